package org.bedside.bench.score;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bedside.bench.score.Metrics.Pair;

/**
 * Labels held and given as numbers, so that a figure of thousands of texts can be measured on
 * hundreds of draws of them.
 */
final class LabelPairs {

  private final List<String> labels;
  private final int[][] held;
  private final int[][] given;
  private final int[][] both;
  private final boolean[] isExact;

  LabelPairs(List<Pair> pairs) {
    var all = new TreeSet<String>();
    for (Pair pair : pairs) {
      all.addAll(pair.held());
      all.addAll(pair.given());
    }
    labels = List.copyOf(all);
    var numbers = new TreeMap<String, Integer>();
    labels.forEach(label -> numbers.put(label, numbers.size()));
    held = new int[pairs.size()][];
    given = new int[pairs.size()][];
    both = new int[pairs.size()][];
    isExact = new boolean[pairs.size()];
    for (int i = 0; i < held.length; i++) {
      Pair pair = pairs.get(i);
      held[i] = pair.held().stream().mapToInt(numbers::get).toArray();
      given[i] = pair.given().stream().mapToInt(numbers::get).toArray();
      both[i] =
          pair.held().stream().filter(pair.given()::contains).mapToInt(numbers::get).toArray();
      isExact[i] = pair.held().equals(pair.given());
    }
  }

  /** Counts by label, on some of the texts. */
  private final class Tallies {
    private final int[] ofBoth;
    private final int[] ofHeld;
    private final int[] ofGiven;

    private Tallies(int[] rows) {
      ofBoth = count(both, rows);
      ofHeld = count(held, rows);
      ofGiven = count(given, rows);
    }

    private double f1(int label) {
      return 2.0 * ofBoth[label] / (ofHeld[label] + ofGiven[label]);
    }
  }

  private int[] count(int[][] of, int[] rows) {
    int[] counts = new int[labels.size()];
    for (int row : rows) {
      for (int label : of[row]) {
        counts[label]++;
      }
    }
    return counts;
  }

  double accuracy(int[] rows) {
    int right = 0;
    for (int row : rows) {
      right += isExact[row] ? 1 : 0;
    }
    return (double) right / rows.length;
  }

  double macroRecall(int[] rows) {
    var of = new Tallies(rows);
    return IntStream.range(0, labels.size())
        .filter(l -> of.ofHeld[l] > 0)
        .mapToDouble(l -> (double) of.ofBoth[l] / of.ofHeld[l])
        .average()
        .orElse(0);
  }

  double macroF1(int[] rows, Set<String> among) {
    var of = new Tallies(rows);
    return IntStream.range(0, labels.size())
        .filter(l -> of.ofHeld[l] + of.ofGiven[l] > 0 && among.contains(labels.get(l)))
        .mapToDouble(of::f1)
        .average()
        .orElse(0);
  }

  double microF1(int[] rows) {
    var of = new Tallies(rows);
    int all = IntStream.of(of.ofHeld).sum() + IntStream.of(of.ofGiven).sum();
    return all == 0 ? 0 : 2.0 * IntStream.of(of.ofBoth).sum() / all;
  }
}
