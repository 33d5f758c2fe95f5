package org.bedside.understanding.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Span;
import org.bedside.understanding.text.Token;

/** Finds the words that spoke loudest for a label. */
final class Words {

  private static final double AUDIBLE = 0.25;

  /** Words that by themselves tell a reader nothing; those that negate are none of them. */
  private static final Set<String> LITTLE =
      Set.of(
          "a", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "did", "do", "does",
          "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "i", "in", "is",
          "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "than", "that", "the",
          "their", "them", "then", "there", "these", "they", "this", "those", "to", "us", "was",
          "we", "were", "what", "when", "which", "who", "will", "with", "would", "you", "your",
          "al", "de", "del", "el", "ella", "en", "es", "esta", "este", "esto", "la", "las", "le",
          "les", "lo", "los", "mi", "mis", "nos", "por", "que", "se", "su", "sus", "un", "una", "y",
          "yo");

  private Words() {}

  /**
   * Gives at most {@code most} reasons, one for each run of words that raised the score, loudest
   * first; a single one without a span where no word did.
   */
  static List<Reason> reasons(
      Reading reading, Voices voices, int label, Wording wording, double confidence, int most) {
    double[] byToken = voices.contributions(reading, label);
    double loudest = 0;
    for (double part : byToken) {
      loudest = Math.max(loudest, part);
    }
    var runs = new ArrayList<Run>();
    for (int t = 0; t < byToken.length && loudest > 0; t++) {
      if (byToken[t] < loudest * AUDIBLE || !reading.tokens().get(t).isWord()) {
        continue;
      }
      int from = t;
      double sum = byToken[t];
      while (t + 1 < byToken.length && byToken[t + 1] >= loudest * AUDIBLE) {
        sum += byToken[++t];
      }
      runs.add(new Run(from, t, sum));
    }
    if (runs.isEmpty()) {
      return List.of(
          new Reason(wording.judgement(), wording.without(), wording.detail(), null, confidence));
    }
    List<Run> telling = runs.stream().filter(run -> tells(reading, run)).toList();
    if (!telling.isEmpty()) {
      runs.retainAll(telling);
    }
    runs.sort(Comparator.comparingDouble(Run::sum).reversed());
    return runs.stream()
        .limit(most)
        .map(
            run ->
                new Reason(
                    wording.judgement(),
                    wording.code(),
                    wording.detail(),
                    new Span(
                        reading.tokens().get(run.first()).start(),
                        reading.tokens().get(run.last()).end()),
                    confidence))
        .toList();
  }

  /** Whether words say something by themselves: more than little words and names. */
  private static boolean tells(Reading reading, Run run) {
    List<Token> tokens = reading.tokens();
    for (int t = run.first(); t <= run.last(); t++) {
      if (tokens.get(t).isWord() && !LITTLE.contains(tokens.get(t).norm()) && !isName(reading, t)) {
        return true;
      }
    }
    return false;
  }

  /** A word with a capital letter behind one that doesn't end a sentence. */
  private static boolean isName(Reading reading, int t) {
    Token token = reading.tokens().get(t);
    String text = reading.post().text().substring(token.start(), token.end());
    return t > 0
        && reading.tokens().get(t - 1).isWord()
        && text.length() > 1
        && Character.isUpperCase(text.charAt(0))
        && Character.isLowerCase(text.charAt(1));
  }

  private record Run(int first, int last, double sum) {}

  /**
   * How a reason is put.
   *
   * @param code with words to show
   * @param without where the text as a whole decided
   */
  record Wording(String judgement, String code, String without, String detail) {}
}
