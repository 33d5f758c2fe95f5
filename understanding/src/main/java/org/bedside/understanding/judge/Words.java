package org.bedside.understanding.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Span;

/** Finds the words that spoke loudest for a label. */
final class Words {

  private static final double AUDIBLE = 0.25;

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

  private record Run(int first, int last, double sum) {}

  /**
   * How a reason is put.
   *
   * @param code with words to show
   * @param without where the text as a whole decided
   */
  record Wording(String judgement, String code, String without, String detail) {}
}
