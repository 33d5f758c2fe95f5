package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bedside.bench.score.Metrics;
import org.bedside.bench.score.Metrics.Pair;
import org.bedside.understanding.model.Calibration;

/** Figures on the folds left out, to choose settings by; never on development rows. */
final class HeldOut {

  private HeldOut() {}

  /** Gives the figures as a phrase; the calibration was fitted on the same scores. */
  static String figures(
      List<Example> examples,
      double[][] scores,
      List<String> labels,
      Calibration calibration,
      boolean isExclusive) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < scores.length; i++) {
      Set<String> given = new TreeSet<>();
      if (isExclusive) {
        double[] shares = calibration.shares(scores[i]);
        int best = 0;
        for (int c = 1; c < shares.length; c++) {
          best = shares[c] > shares[best] ? c : best;
        }
        given.add(labels.get(best));
      } else {
        for (int c = 0; c < labels.size(); c++) {
          if (calibration.probability(c, scores[i][c]) >= calibration.lines().get(c).threshold()) {
            given.add(labels.get(c));
          }
        }
      }
      pairs.add(new Pair(examples.get(i).labels(), given));
    }
    int[] all = new int[pairs.size()];
    Arrays.setAll(all, i -> i);
    return String.format(
        Locale.ROOT,
        "micro-F1 %.4f, macro-F1 %.4f, macro-recall %.4f",
        Metrics.microF1(pairs, all),
        Metrics.macroF1(pairs, all, Metrics.labels(pairs, 10)),
        Metrics.macroRecall(pairs, all));
  }
}
