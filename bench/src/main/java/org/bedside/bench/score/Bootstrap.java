package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** 95% intervals by drawing texts with replacement; the seed is fixed. */
public final class Bootstrap {

  private static final int DRAWS = 500;

  private Bootstrap() {}

  /**
   * What is measured.
   *
   * @param rows how many texts there are
   * @param rowsName which texts
   * @param anchors what others score on other rows; may be empty
   */
  public record Subject(
      String judgement, String metric, int rows, String rowsName, String anchors) {}

  /**
   * Measures a figure and its interval, and how far it is from that of each peer on the same texts.
   *
   * @param metric the figure on the texts of these indexes, an index as often as it was drawn
   * @param peers the same figure of others, by their names
   */
  public static ScoreRow.Figure figure(
      Subject subject, ToDoubleFunction<int[]> metric, Map<String, ToDoubleFunction<int[]>> peers) {
    int[] all = new int[subject.rows()];
    Arrays.setAll(all, i -> i);
    int[][] draws = draws(subject.rows());
    double[] own = Arrays.stream(draws).mapToDouble(metric).toArray();
    double value = metric.applyAsDouble(all);
    var beside = new ArrayList<ScoreRow.Peer>();
    peers.forEach(
        (name, peer) -> {
          double[] apart = new double[DRAWS];
          Arrays.setAll(apart, d -> own[d] - peer.applyAsDouble(draws[d]));
          double theirs = peer.applyAsDouble(all);
          beside.add(
              new ScoreRow.Peer(
                  name, theirs, value - theirs, end(apart, 0.025), end(apart, 0.975)));
        });
    return new ScoreRow.Figure(
        subject.judgement(),
        subject.metric(),
        subject.rows() + " " + subject.rowsName(),
        value,
        end(own, 0.025),
        end(own, 0.975),
        List.copyOf(beside),
        subject.anchors());
  }

  private static int[][] draws(int rows) {
    var random = new Random(11);
    int[][] draws = new int[DRAWS][rows];
    for (int[] draw : draws) {
      Arrays.setAll(draw, i -> random.nextInt(rows));
    }
    return draws;
  }

  private static double end(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (DRAWS * share)];
  }
}
