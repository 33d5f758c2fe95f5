package org.bedside.bench.score;

import java.util.List;
import org.bedside.bench.score.ScoreRow.Figure;

/** A share of things counted, with Wilson's interval, which is sound at 0 and at 1 too. */
public final class Rate {

  // The normal distribution's 97.5% point.
  private static final double Z = 1.959964;

  private Rate() {}

  /**
   * Gives the figure of answers under {@link Metric#SHARE}.
   *
   * @param rowsName what the whole is counted in
   */
  public static Figure of(String judgement, String metric, Answered answered, String rowsName) {
    long part = 0;
    long whole = 0;
    for (String answer : answered.answers()) {
      int slash = answer.indexOf('/');
      part += Long.parseLong(answer.substring(0, slash));
      whole += Long.parseLong(answer.substring(slash + 1));
    }
    return of(judgement, metric, part, whole, rowsName).of(answered);
  }

  /** Writes one answer that counts, right or wrong. */
  public static String answer(boolean isRight) {
    return isRight ? "1/1" : "0/1";
  }

  /**
   * Gives the figure.
   *
   * @param judgement what was judged
   * @param metric which share
   * @param part how many
   * @param whole of how many
   * @param rowsName which ones
   */
  public static Figure of(String judgement, String metric, long part, long whole, String rowsName) {
    double share = whole == 0 ? Double.NaN : (double) part / whole;
    double spread = Z * Z / whole;
    double middle = (share + spread / 2) / (1 + spread);
    double half = Z * Math.sqrt(share * (1 - share) / whole + spread / whole / 4) / (1 + spread);
    return new Figure(
        judgement,
        metric,
        whole + " " + rowsName,
        share,
        Math.max(0, middle - half),
        Math.min(1, middle + half),
        List.of(),
        "");
  }
}
