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
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a text by its script, its common words, the letters it writes and the byte
 * runs of its words; handles, links, hashtags and what is said everywhere don't count. Reads at
 * most the first {@value #READ} words, so a long text costs no more than a short one. Immutable and
 * thread-safe.
 */
public final class LanguageIdentifier {

  /** The code for a text whose language can't be told. */
  public static final String UNDETERMINED = "und";

  private static final int READ = 120;
  private static final double WEAKEST = 53;
  // What is met far more often is the better guess where two near relatives are a few per cent
  // apart.
  private static final double FAVOUR = 1.06;
  private static final double NEARLY_AS_OFTEN = 1.03;
  private static final double SELDOM = 0.93;
  private static final double RARE = 0.82;
  private static final double CLEAR_LEAD = 1.02;
  private static final int ENOUGH_RUNS = 3;
  private static final double ONE_COMMON_WORD = 90;
  private static final Set<String> FAVOURED = Set.of("en", "es", "ru", "ar", "hi");
  private static final Set<String> OFTEN =
      Set.of(
          "fr", "de", "it", "pt", "nl", "pl", "sv", "da", "no", "fi", "tr", "uk", "fa", "ja", "ko",
          "vi", "id", "tl", "he", "el", "cs", "hu", "ro", "th", "bg", "sk", "hr");
  private static final Set<String> RARELY = Set.of("az", "ku", "yo", "sq", "eu", "is", "be", "mr");
  // Said everywhere, so that a post of nothing else is of no language.
  private static final Set<String> EVERYWHERE =
      Set.of(
          ("ok okay okey oki lol omg wtf wow haha hahaha hahahaha hihi hehe hmm hm mm mmm ha ah oh"
                  + " uh um xd rip fyi asap covid wifi vip tv")
              .split(" "));

  private final ByteGrams grams;
  private final List<String> codes;
  private final CommonWords words;
  private final Alphabets alphabets;
  private final Set<String> otherScripts = new HashSet<>();

  private LanguageIdentifier(ByteGrams grams) {
    this.grams = grams;
    // The table knows one of two near-identical standards; the other has ten times its writers.
    codes = grams.languages().stream().map(code -> code.equals("ms") ? "id" : code).toList();
    words = CommonWords.load(codes);
    alphabets = Alphabets.load(codes);
    for (Script script : Script.values()) {
      otherScripts.addAll(script.languages());
    }
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
    double[] sums = new double[codes.size()];
    List<String> read = read(tokens, sums);
    Script script = Script.of(read);
    boolean letter = read.size() == 1 && read.getFirst().length() == 1;
    if (script == null || (letter && script == Script.LATIN)) {
      return new Language(UNDETERMINED, 0, false);
    }
    var seen = new HashSet<Long>();
    int[] known = new int[1];
    int common = 0;
    for (String word : read) {
      common += words.addTo(word, sums) ? 1 : 0;
      for (String part : letters(word)) {
        ByteGrams.runsOf(
            part,
            run -> {
              if (seen.add(run) && grams.addTo(run, sums)) {
                known[0]++;
              }
            });
      }
    }
    alphabets.lessen(read, sums);
    return script == Script.LATIN
        ? best(sums, known[0], seen.size(), common)
        : bestOf(script, sums);
  }

  /** The words that may tell, at most {@value #READ}; marks such as ¿ have their say at once. */
  private List<String> read(List<Token> tokens, double[] sums) {
    var read = new ArrayList<String>();
    for (Token token : tokens) {
      if (token.kind() == Kind.PUNCTUATION) {
        words.addTo(token.norm(), sums);
      } else if ((token.kind() == Kind.WORD || token.kind() == Kind.NUMBER)
          && !EVERYWHERE.contains(token.norm())
          && read.size() < READ) {
        word(token.norm(), read);
      }
    }
    return read;
  }

  /** A word with a digit is a code or a size, unless its script joins words. */
  private static void word(String norm, List<String> read) {
    if (norm.indexOf('0') < 0) {
      read.add(norm);
    } else if (norm.codePoints().anyMatch(point -> point >= 0x0E00)) {
      read.add(norm.replace("0", ""));
    }
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

  /** The best of the languages of one script, which alone says nearly everything. */
  private Language bestOf(Script script, double[] sums) {
    String best = script.languages().getFirst();
    double highest = -1;
    double next = 0;
    for (String code : script.languages()) {
      double sum = sums[codes.indexOf(code)] * favour(code);
      if (sum > highest) {
        next = highest;
        highest = sum;
        best = code;
      } else {
        next = Math.max(next, sum);
      }
    }
    double lead = next <= 0 ? 2 : highest / next;
    return new Language(best, Math.min(1, (lead - 1) * 2), false);
  }

  private static double favour(String code) {
    if (FAVOURED.contains(code)) {
      return FAVOUR;
    }
    if (code.equals("no") || code.equals("uk")) {
      return NEARLY_AS_OFTEN;
    }
    return OFTEN.contains(code) ? 1 : RARELY.contains(code) ? RARE : SELDOM;
  }

  private Language best(double[] sums, int known, int runs, int common) {
    int best = 0;
    int next = -1;
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= otherScripts.contains(codes.get(i)) ? 0 : favour(codes.get(i));
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
    boolean telling = common > 1 || (common == 1 && sums[best] >= ONE_COMMON_WORD);
    boolean enough = (known >= ENOUGH_RUNS && known * 3 >= runs) || lead > 1.5 || telling;
    if (!enough || sums[best] < WEAKEST || (lead < CLEAR_LEAD && !telling)) {
      return new Language(UNDETERMINED, 0, false);
    }
    return new Language(codes.get(best), Math.min(1, (lead - 1) * 2), false);
  }
}
