package org.bedside.bench.score;

import java.util.List;
import java.util.Map;
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

  private static final class Tally {
    private int right;
    private int held;
    private int given;

    private double f1() {
      return held + given == 0 ? 0 : 2.0 * right / (held + given);
    }
  }

  private static Map<String, Tally> tallies(List<Pair> pairs, int[] rows) {
    var tallies = new TreeMap<String, Tally>();
    for (int row : rows) {
      Pair pair = pairs.get(row);
      for (String label : pair.held()) {
        Tally tally = tallies.computeIfAbsent(label, l -> new Tally());
        tally.held++;
        tally.right += pair.given().contains(label) ? 1 : 0;
      }
      for (String label : pair.given()) {
        tallies.computeIfAbsent(label, l -> new Tally()).given++;
      }
    }
    return tallies;
  }

  /** Share of texts whose labels are exactly those given. */
  public static double accuracy(List<Pair> pairs, int[] rows) {
    double right = 0;
    for (int row : rows) {
      right += pairs.get(row).held().equals(pairs.get(row).given()) ? 1 : 0;
    }
    return right / rows.length;
  }

  /** Mean recall of the labels held. */
  public static double macroRecall(List<Pair> pairs, int[] rows) {
    return tallies(pairs, rows).values().stream()
        .filter(t -> t.held > 0)
        .mapToDouble(t -> (double) t.right / t.held)
        .average()
        .orElse(0);
  }

  /** Mean F1 of the labels in {@code labels}. */
  public static double macroF1(List<Pair> pairs, int[] rows, Set<String> labels) {
    Map<String, Tally> tallies = tallies(pairs, rows);
    return labels.stream()
        .mapToDouble(l -> tallies.containsKey(l) ? tallies.get(l).f1() : 0)
        .average()
        .orElse(0);
  }

  /** F1 over all labels of all texts together. */
  public static double microF1(List<Pair> pairs, int[] rows) {
    var sum = new Tally();
    for (Tally tally : tallies(pairs, rows).values()) {
      sum.right += tally.right;
      sum.held += tally.held;
      sum.given += tally.given;
    }
    return sum.f1();
  }

  /** The labels that at least {@code least} texts hold. */
  public static Set<String> labels(List<Pair> pairs, int least) {
    var counts = new TreeMap<String, Integer>();
    pairs.forEach(pair -> pair.held().forEach(label -> counts.merge(label, 1, Integer::sum)));
    counts.values().removeIf(count -> count < least);
    return Set.copyOf(counts.keySet());
  }
}
