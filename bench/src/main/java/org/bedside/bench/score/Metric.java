package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.bedside.bench.score.Metrics.Pair;

/**
 * How answers become a figure. What is wanted and what was answered are words, one of each for a
 * text, so that they can be kept and measured again beside later answers to the same texts.
 */
public enum Metric {
  /** Labels, several with {@code |} between them; right where all are the same. */
  ACCURACY,
  /** Labels: mean recall of those wanted. */
  MACRO_RECALL,
  /** Labels: mean F1 of those wanted or given. */
  MACRO_F1,
  /** Labels: mean F1 of those that at least ten texts want. */
  MACRO_F1_OF_TEN,
  /** Labels: F1 over all of them together. */
  MICRO_F1,
  /** {@code part/whole}, such as {@code 2/3}; {@code 0/0} does not count. */
  SHARE,
  /** A number. */
  MEAN,
  /** {@code right/wanted/given}: precision over all texts together. */
  PRECISION_OF_COUNTS,
  /** {@code right/wanted/given}: recall. */
  RECALL_OF_COUNTS,
  /** {@code right/wanted/given}: F1. */
  F1_OF_COUNTS,
  /** {@code right/wanted/given}: F2, which counts recall four times as much as precision. */
  F2_OF_COUNTS,
  /**
   * Confidences, each with {@code +} where it came true or {@code -}, a blank between them: the
   * expected calibration error over ten bins of equally many.
   */
  CALIBRATION_ERROR;

  private static final int RARE = 10;

  /**
   * Prepares the figure of some answers.
   *
   * @return gives the figure of the texts of these indexes, an index as often as it was drawn; not
   *     a number where none of them counts
   */
  public ToDoubleFunction<int[]> of(List<String> wanted, List<String> answers) {
    return switch (this) {
      case ACCURACY -> pairs(wanted, answers)::accuracy;
      case MACRO_RECALL -> pairs(wanted, answers)::macroRecall;
      case MACRO_F1 -> ofLabels(wanted, answers, 1);
      case MACRO_F1_OF_TEN -> ofLabels(wanted, answers, RARE);
      case MICRO_F1 -> pairs(wanted, answers)::microF1;
      case SHARE -> counts(answers, sums -> sums[0] / sums[1]);
      case MEAN -> mean(answers);
      case PRECISION_OF_COUNTS -> counts(answers, sums -> sums[0] / Math.max(1, sums[2]));
      case RECALL_OF_COUNTS -> counts(answers, sums -> sums[0] / Math.max(1, sums[1]));
      case F1_OF_COUNTS -> counts(answers, sums -> 2 * sums[0] / Math.max(1, sums[1] + sums[2]));
      case F2_OF_COUNTS ->
          counts(answers, sums -> 5 * sums[0] / Math.max(1, 4 * sums[1] + sums[2]));
      case CALIBRATION_ERROR -> Calibrated.error(answers);
    };
  }

  /** Joins labels to one answer. */
  public static String labels(Set<String> labels) {
    return String.join("|", new TreeSet<>(labels));
  }

  private static LabelPairs pairs(List<String> wanted, List<String> answers) {
    return new LabelPairs(list(wanted, answers));
  }

  private static ToDoubleFunction<int[]> ofLabels(
      List<String> wanted, List<String> answers, int least) {
    List<Pair> list = list(wanted, answers);
    Set<String> labels = Metrics.labels(list, least);
    var pairs = new LabelPairs(list);
    return rows -> pairs.macroF1(rows, labels);
  }

  private static List<Pair> list(List<String> wanted, List<String> answers) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < answers.size(); i++) {
      pairs.add(new Pair(set(wanted.get(i)), set(answers.get(i))));
    }
    return pairs;
  }

  private static Set<String> set(String labels) {
    return labels.isEmpty() ? Set.of() : new TreeSet<>(List.of(labels.split("\\|")));
  }

  private static ToDoubleFunction<int[]> mean(List<String> answers) {
    double[] values = answers.stream().mapToDouble(Double::parseDouble).toArray();
    return rows -> Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(Double.NaN);
  }

  private static ToDoubleFunction<int[]> counts(
      List<String> answers, ToDoubleFunction<double[]> figure) {
    double[][] counts =
        answers.stream()
            .map(of -> Arrays.stream(of.split("/")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    return rows -> {
      double[] sums = new double[3];
      for (int row : rows) {
        for (int i = 0; i < counts[row].length; i++) {
          sums[i] += counts[row][i];
        }
      }
      return figure.applyAsDouble(sums);
    };
  }
}
