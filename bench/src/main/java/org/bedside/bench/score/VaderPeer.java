package org.bedside.bench.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.model.Lexicon;

/**
 * The rules of VADER (C.J. Hutto and E. Gilbert 2014) over its lexicon, to compare with. Its few
 * idioms and the names of emoji are left out, and of the emoticons only the commonest are known.
 */
final class VaderPeer {

  private static final double BOOST = 0.293;
  private static final double CAPITALS = 0.733;
  private static final double NEGATION = -0.74;
  private static final double NORMAL = 15;
  private static final double LABEL_FROM = 0.05;
  private static final double[] REACH = {1, 0.95, 0.9};

  private static final Set<String> UP =
      Set.of(
          "absolutely",
          "amazingly",
          "awfully",
          "completely",
          "considerably",
          "decidedly",
          "deeply",
          "effing",
          "enormously",
          "entirely",
          "especially",
          "exceptionally",
          "extremely",
          "fabulously",
          "flipping",
          "frickin",
          "fricking",
          "friggin",
          "frigging",
          "fully",
          "fuckin",
          "fucking",
          "greatly",
          "hella",
          "highly",
          "hugely",
          "incredibly",
          "intensely",
          "majorly",
          "more",
          "most",
          "particularly",
          "purely",
          "quite",
          "really",
          "remarkably",
          "so",
          "substantially",
          "thoroughly",
          "totally",
          "tremendously",
          "uber",
          "unbelievably",
          "unusually",
          "utterly",
          "very");
  private static final Set<String> DOWN =
      Set.of(
          "almost",
          "barely",
          "hardly",
          "kinda",
          "kindof",
          "less",
          "little",
          "marginally",
          "occasionally",
          "partly",
          "scarcely",
          "slightly",
          "somewhat",
          "sorta",
          "sortof");
  private static final Set<String> NEGATORS =
      Set.of(
          "aint",
          "arent",
          "cannot",
          "cant",
          "couldnt",
          "darent",
          "didnt",
          "doesnt",
          "dont",
          "hadnt",
          "hasnt",
          "havent",
          "isnt",
          "mightnt",
          "mustnt",
          "neither",
          "neednt",
          "never",
          "none",
          "nope",
          "nor",
          "not",
          "nothing",
          "nowhere",
          "oughtnt",
          "shant",
          "shouldnt",
          "uhuh",
          "wasnt",
          "werent",
          "without",
          "wont",
          "wouldnt",
          "rarely",
          "seldom",
          "despite");
  private static final Map<String, Double> EMOTICONS =
      Map.of(
          ":)", 2.0, ":-)", 1.3, ":(", -1.9, ":-(", -1.5, ":d", 2.3, ";)", 0.9, ":/", -1.4, "<3",
          1.9);

  private final Map<String, Double> lexicon = new HashMap<>(EMOTICONS);

  VaderPeer() {
    try (InputStream in = Lexicon.class.getResourceAsStream("valence-en.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its lexicon");
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("# ")) {
          lexicon.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives negative, neutral or positive, by the borders that its authors recommend. */
  Set<String> label(String text) {
    double compound = compound(text);
    return Set.of(
        compound >= LABEL_FROM ? "positive" : compound <= -LABEL_FROM ? "negative" : "neutral");
  }

  private double compound(String text) {
    List<String> words =
        text.strip().isEmpty()
            ? List.of()
            : List.of(text.strip().split("\\s+")).stream().map(VaderPeer::bare).toList();
    long shouted = words.stream().filter(VaderPeer::isShouted).count();
    boolean someShouted = shouted > 0 && shouted < words.size();
    int but = words.stream().map(VaderPeer::lower).toList().indexOf("but");
    double sum = 0;
    for (int i = 0; i < words.size(); i++) {
      double valence = valence(words, i, someShouted);
      sum += but < 0 || i == but ? valence : i < but ? valence * 0.5 : valence * 1.5;
    }
    double stress = stress(text);
    sum += Math.signum(sum) * stress;
    return sum / Math.sqrt(sum * sum + NORMAL);
  }

  private double valence(List<String> words, int at, boolean someShouted) {
    String word = lower(words.get(at));
    Double known = lexicon.get(word);
    boolean kindOf =
        word.equals("kind") && at + 1 < words.size() && lower(words.get(at + 1)).equals("of");
    if (known == null || kindOf || UP.contains(word) || DOWN.contains(word)) {
      return 0;
    }
    double valence = known;
    if (word.equals("no") && at + 1 < words.size() && knows(words.get(at + 1))) {
      valence = 0;
    }
    if (back(words, at, 1).equals("no")
        || back(words, at, 2).equals("no")
        || (back(words, at, 3).equals("no") && Set.of("or", "nor").contains(back(words, at, 1)))) {
      valence = known * NEGATION;
    }
    if (isShouted(words.get(at)) && someShouted) {
      valence += Math.signum(valence) * CAPITALS;
    }
    for (int distance = 1; distance <= REACH.length; distance++) {
      if (at < distance || knows(words.get(at - distance))) {
        continue;
      }
      valence += boost(words.get(at - distance), valence, someShouted) * REACH[distance - 1];
      valence *= negation(words, at, distance);
    }
    boolean least =
        back(words, at, 1).equals("least") && !Set.of("at", "very").contains(back(words, at, 2));
    return least && !knows("least") ? valence * NEGATION : valence;
  }

  private static double boost(String word, double valence, boolean someShouted) {
    String lower = lower(word);
    double boost = UP.contains(lower) ? BOOST : DOWN.contains(lower) ? -BOOST : 0;
    if (boost != 0 && valence < 0) {
      boost = -boost;
    }
    return boost != 0 && isShouted(word) && someShouted
        ? boost + Math.signum(valence) * CAPITALS
        : boost;
  }

  private static double negation(List<String> words, int at, int distance) {
    String word = back(words, at, distance);
    if (distance > 1) {
      Set<String> between =
          distance == 2
              ? Set.of(back(words, at, 1))
              : Set.copyOf(List.of(back(words, at, 1), back(words, at, 2)));
      if (word.equals("never") && (between.contains("so") || between.contains("this"))) {
        return 1.25;
      }
      if (word.equals("without") && between.contains("doubt")) {
        return 1;
      }
    }
    return NEGATORS.contains(word.replace("'", "")) || word.contains("n't") ? NEGATION : 1;
  }

  private boolean knows(String word) {
    return lexicon.containsKey(lower(word));
  }

  private static String back(List<String> words, int at, int distance) {
    return at < distance ? "" : lower(words.get(at - distance));
  }

  private static double stress(String text) {
    long exclamations = Math.min(4, text.chars().filter(c -> c == '!').count());
    long questions = text.chars().filter(c -> c == '?').count();
    double asked = questions < 2 ? 0 : questions <= 3 ? questions * 0.18 : 0.96;
    return exclamations * 0.292 + asked;
  }

  private static String bare(String token) {
    int from = 0;
    int to = token.length();
    while (from < to && isMark(token.charAt(from))) {
      from++;
    }
    while (to > from && isMark(token.charAt(to - 1))) {
      to--;
    }
    return to - from <= 2 ? token : token.substring(from, to);
  }

  private static boolean isMark(char c) {
    return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
  }

  private static boolean isShouted(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(lower(word));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
