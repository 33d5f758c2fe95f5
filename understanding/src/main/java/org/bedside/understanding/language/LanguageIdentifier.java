package org.bedside.understanding.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by the byte runs of its words. Reads at most the first {@value
 * #READ} words, so a long text costs no more than a short one. Immutable and thread-safe.
 */
public final class LanguageIdentifier {

  /** The code for a text whose language can't be told. */
  public static final String UNDETERMINED = "und";

  private static final int READ = 120;
  private static final double WEAKEST = 53;
  // A tie of a few per cent between near relatives is decided for the language met far more often.
  private static final double FAVOUR = 1.06;
  private static final double CLEAR_LEAD = 1.02;
  private static final int ENOUGH_RUNS = 3;
  private static final Set<String> FAVOURED = Set.of("en", "es");
  // Words so common, and in their language alone among those that share its letters, that one is
  // enough for a post of two or three words.
  private static final double COMMON_WORD = 160;
  private static final Map<String, Set<String>> COMMON =
      Map.of(
          "en",
          Set.of(
              ("the and you were what this that with they very good not sure nothing thanks "
                      + "thank please ok okay lol wtf omg yes great love hate i'm it's don't "
                      + "can't she really crap shit fuck fucking awful staff")
                  .split(" ")),
          "es",
          Set.of(
              ("muy los pero gracias buena bueno siempre sucio fue más mucho doctora atención "
                      + "enfermera enfermeras pésimo nadie vuelvo hicieron tardaron")
                  .split(" ")));

  private final ByteGrams grams;

  private LanguageIdentifier(ByteGrams grams) {
    this.grams = grams;
  }

  /** Reads the table from the library's resources. */
  public static LanguageIdentifier load() {
    try (InputStream in = LanguageIdentifier.class.getResourceAsStream("byte-grams.gz")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its resource byte-grams.gz");
      }
      return new LanguageIdentifier(
          ByteGrams.read(
              new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What was told.
   *
   * @param code ISO 639-1, or {@link #UNDETERMINED}
   * @param confidence 0 to 1: the lead over the next best
   * @param stated whether the source's word was taken because the text couldn't tell
   */
  public record Language(String code, double confidence, boolean stated) {}

  /**
   * Tells the language of a tokenised text.
   *
   * @param stated BCP 47 tag that the source gives, taken where the text itself can't tell
   */
  public Language identify(List<Token> tokens, @Nullable String stated) {
    Language told = identify(tokens);
    if (!told.code().equals(UNDETERMINED) || stated == null || stated.isBlank()) {
      return told;
    }
    String code = Locale.forLanguageTag(stated.replace('_', '-')).getLanguage();
    return code.length() == 2 ? new Language(code, 0.5, true) : told;
  }

  private Language identify(List<Token> tokens) {
    double[] sums = new double[grams.languages().size()];
    var seen = new HashSet<Long>();
    int[] known = new int[1];
    int read = 0;
    for (Token token : tokens) {
      if (token.kind() != Kind.WORD || token.norm().indexOf('0') >= 0) {
        continue;
      }
      if (++read > READ) {
        break;
      }
      common(token.norm(), sums);
      for (String part : letters(token.norm())) {
        ByteGrams.runsOf(
            part,
            run -> {
              if (seen.add(run) && grams.addTo(run, sums)) {
                known[0]++;
              }
            });
      }
    }
    return best(sums, known[0], seen.size());
  }

  /** The runs of letters in a word: the table was made from texts cut at vowel signs. */
  private static List<String> letters(String word) {
    if (word.codePoints().allMatch(Character::isLetter)) {
      return List.of(word);
    }
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    word.codePoints()
        .forEach(
            point -> {
              if (Character.isLetter(point) || point == '\'') {
                part.appendCodePoint(point);
              } else if (!part.isEmpty()) {
                parts.add(part.toString());
                part.setLength(0);
              }
            });
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private void common(String word, double[] sums) {
    COMMON.forEach(
        (code, words) -> {
          if (words.contains(word)) {
            sums[grams.languages().indexOf(code)] += COMMON_WORD;
          }
        });
  }

  private Language best(double[] sums, int known, int runs) {
    int best = 0;
    int next = -1;
    for (int i = 0; i < sums.length; i++) {
      if (FAVOURED.contains(grams.languages().get(i))) {
        sums[i] *= FAVOUR;
      }
    }
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] > sums[best]) {
        next = best;
        best = i;
      } else if (next < 0 || sums[i] > sums[next]) {
        next = i;
      }
    }
    double lead = next < 0 || sums[next] == 0 ? 2 : sums[best] / sums[next];
    boolean enough = known >= ENOUGH_RUNS || lead > 1.5 || sums[best] >= COMMON_WORD;
    if (!enough || known * 3 < runs || sums[best] < WEAKEST || lead < CLEAR_LEAD) {
      return new Language(UNDETERMINED, 0, false);
    }
    String code = grams.languages().get(best);
    // The table knows one of the two near-identical standards; the other has ten times its writers.
    return new Language(code.equals("ms") ? "id" : code, Math.min(1, (lead - 1) * 2), false);
  }
}
