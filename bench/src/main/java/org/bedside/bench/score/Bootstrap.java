package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
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

  /** Both ends of a 95% interval. */
  public record Interval(double low, double high) {}

  /**
   * Measures a figure and its interval, and how far it is from that of each peer on the same texts.
   * Its answers aren't known, so that later runs can be held against it only by the intervals.
   *
   * @param metric the figure on the texts of these indexes, an index as often as it was drawn
   * @param peers the same figure of others, by their names
   */
  public static ScoreRow.Figure figure(
      Subject subject, ToDoubleFunction<int[]> metric, Map<String, ToDoubleFunction<int[]>> peers) {
    int[] all = new int[subject.rows()];
    Arrays.setAll(all, i -> i);
    int[][] draws = draws(all);
    double[] own = Arrays.stream(draws).mapToDouble(metric).toArray();
    double value = metric.applyAsDouble(all);
    var beside = new ArrayList<ScoreRow.Peer>();
    peers.forEach(
        (name, peer) -> {
          double[] apart = new double[DRAWS];
          Arrays.setAll(apart, d -> own[d] - peer.applyAsDouble(draws[d]));
          double theirs = peer.applyAsDouble(all);
          Interval ahead = interval(apart);
          beside.add(new ScoreRow.Peer(name, theirs, value - theirs, ahead.low(), ahead.high()));
        });
    Interval interval = interval(own);
    return new ScoreRow.Figure(
        subject.judgement(),
        subject.metric(),
        subject.rows() + " " + subject.rowsName(),
        value,
        interval.low(),
        interval.high(),
        List.copyOf(beside),
        subject.anchors());
  }

  /**
   * Measures a figure of answers and its interval, and how far it is from that of each peer.
   *
   * @param anchors what others score on other rows; may be empty
   * @param peers the answers of others to the same texts, by their names
   */
  public static ScoreRow.Figure figure(
      String judgement,
      String metric,
      String rowsName,
      String anchors,
      Answered answered,
      Map<String, List<String>> peers) {
    var others = new LinkedHashMap<String, ToDoubleFunction<int[]>>();
    peers.forEach((name, answers) -> others.put(name, answered.figure(answers)));
    var subject = new Subject(judgement, metric, answered.size(), rowsName, anchors);
    return figure(subject, answered.figure(), others).of(answered);
  }

  /** The interval of a figure on some of the texts. */
  public static Interval interval(ToDoubleFunction<int[]> figure, int[] rows) {
    return interval(Arrays.stream(draws(rows)).mapToDouble(figure).toArray());
  }

  /**
   * The interval of how far the first figure is above the second, the same texts drawn for both.
   */
  static Interval apart(ToDoubleFunction<int[]> one, ToDoubleFunction<int[]> other, int[] rows) {
    return interval(
        Arrays.stream(draws(rows))
            .mapToDouble(drawn -> one.applyAsDouble(drawn) - other.applyAsDouble(drawn))
            .toArray());
  }

  /** The interval of how far a figure is higher on some texts than on others. */
  public static Interval apart(ToDoubleFunction<int[]> figure, int[] rows, int[] others) {
    int[][] draws = draws(rows);
    int[][] beside = draws(others);
    double[] apart = new double[DRAWS];
    Arrays.setAll(apart, d -> figure.applyAsDouble(draws[d]) - figure.applyAsDouble(beside[d]));
    return interval(apart);
  }

  private static int[][] draws(int[] rows) {
    var random = new Random(11);
    int[][] draws = new int[DRAWS][rows.length];
    for (int[] draw : draws) {
      Arrays.setAll(draw, i -> rows[random.nextInt(rows.length)]);
    }
    return draws;
  }

  /** Draws in which nothing counted are left out. */
  private static Interval interval(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? new Interval(Double.NaN, Double.NaN)
        : new Interval(
            sorted[(int) (sorted.length * 0.025)], sorted[(int) (sorted.length * 0.975)]);
  }
}
