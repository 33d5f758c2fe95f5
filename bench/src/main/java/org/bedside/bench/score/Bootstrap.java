package org.bedside.bench.score;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** 95% intervals by drawing texts with replacement; the seed is fixed. */
public final class Bootstrap {

  private static final int DRAWS = 500;

  private Bootstrap() {}

  /**
   * Measures a figure and its interval.
   *
   * @param rows how many texts there are
   * @param metric the figure on the texts of these indexes, an index as often as it was drawn
   */
  public static ScoreRow.Figure figure(
      String judgement,
      String metricName,
      String rowsName,
      String anchors,
      int rows,
      ToDoubleFunction<int[]> metric) {
    int[] all = new int[rows];
    Arrays.setAll(all, i -> i);
    var random = new Random(11);
    double[] values = new double[DRAWS];
    for (int d = 0; d < DRAWS; d++) {
      int[] drawn = new int[rows];
      Arrays.setAll(drawn, i -> random.nextInt(rows));
      values[d] = metric.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    return new ScoreRow.Figure(
        judgement,
        metricName,
        rows + " " + rowsName,
        metric.applyAsDouble(all),
        values[(int) (DRAWS * 0.025)],
        values[(int) (DRAWS * 0.975)],
        anchors);
  }
}
