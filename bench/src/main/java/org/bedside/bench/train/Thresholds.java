package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Calibration.Line;

/** Chooses from which probability on a label is given, for the best F1. */
final class Thresholds {

  private static final int LOWEST = 8;
  private static final int HIGHEST = 70;
  // A label seen this often is trusted half for its own threshold, half for that of all together.
  // Chosen by folds left out: thresholds trusted more did worse for all labels together.
  private static final double TRUST = 300;

  private Thresholds() {}

  /** Gives the calibration with a threshold for each label. */
  static Calibration choose(
      List<Example> examples, double[][] scores, List<String> labels, Calibration calibration) {
    int classes = labels.size();
    double common = best(examples, scores, labels, calibration, 0, classes);
    var lines = new ArrayList<Line>();
    for (int c = 0; c < classes; c++) {
      String label = labels.get(c);
      double of = examples.stream().filter(e -> e.is(label)).count();
      double own = best(examples, scores, labels, calibration, c, c + 1);
      lines.add(
          calibration.lines().get(c).withThreshold((of * own + TRUST * common) / (of + TRUST)));
    }
    return new Calibration(lines);
  }

  private static double best(
      List<Example> examples,
      double[][] scores,
      List<String> labels,
      Calibration calibration,
      int from,
      int to) {
    double best = 0.5;
    double highest = -1;
    for (int step = LOWEST; step <= HIGHEST; step++) {
      double threshold = step / 100.0;
      double right = 0;
      double given = 0;
      double held = 0;
      for (int i = 0; i < scores.length; i++) {
        for (int c = from; c < to; c++) {
          boolean is = examples.get(i).is(labels.get(c));
          boolean said = calibration.probability(c, scores[i][c]) >= threshold;
          right += is && said ? 1 : 0;
          given += said ? 1 : 0;
          held += is ? 1 : 0;
        }
      }
      double f1 = given + held == 0 ? 0 : 2 * right / (given + held);
      if (f1 > highest) {
        highest = f1;
        best = threshold;
      }
    }
    return best;
  }
}
