package org.bedside.bench.score;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Figures over pairs of the labels a text holds and the labels that were given. */
public final class Metrics {

  private Metrics() {}

  /**
   * One text.
   *
   * @param held its labels
   * @param given those the judge gave
   */
  public record Pair(Set<String> held, Set<String> given) {}

  /** Share of texts whose labels are exactly those given. */
  public static double accuracy(List<Pair> pairs, int[] rows) {
    return new LabelPairs(pairs).accuracy(rows);
  }

  /** Mean recall of the labels held. */
  public static double macroRecall(List<Pair> pairs, int[] rows) {
    return new LabelPairs(pairs).macroRecall(rows);
  }

  /** Mean F1 of those labels in {@code labels} that the texts hold or were given. */
  public static double macroF1(List<Pair> pairs, int[] rows, Set<String> labels) {
    return new LabelPairs(pairs).macroF1(rows, labels);
  }

  /** F1 over all labels of all texts together. */
  public static double microF1(List<Pair> pairs, int[] rows) {
    return new LabelPairs(pairs).microF1(rows);
  }

  /** The labels that at least {@code least} texts hold. */
  public static Set<String> labels(List<Pair> pairs, int least) {
    var counts = new TreeMap<String, Integer>();
    pairs.forEach(pair -> pair.held().forEach(label -> counts.merge(label, 1, Integer::sum)));
    counts.values().removeIf(count -> count < least);
    return Set.copyOf(counts.keySet());
  }
}
