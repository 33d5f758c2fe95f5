package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bedside.understanding.model.LinearModel;

/** Scores each example by a model that has not seen its group. */
final class CrossFit {

  private static final int FOLDS = 5;

  private CrossFit() {}

  /** Gives the scores of each example for each label. */
  static double[][] scores(List<Example> examples, List<String> labels, List<Setting> settings) {
    int[] fold = folds(examples);
    double[][] scores = new double[examples.size()][];
    for (int f = 0; f < FOLDS; f++) {
      var seen = new ArrayList<Example>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != f) {
          seen.add(examples.get(i));
        }
      }
      LinearModel model = new Fitting(seen, settings.getFirst()).fitAll(labels, settings);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == f) {
          scores[i] = model.scores(examples.get(i).features());
        }
      }
    }
    return scores;
  }

  private static int[] folds(List<Example> examples) {
    var random = new Random(7);
    Map<String, Integer> ofGroup = new HashMap<>();
    int[] folds = new int[examples.size()];
    for (int i = 0; i < folds.length; i++) {
      String group = examples.get(i).group();
      folds[i] =
          group.isEmpty()
              ? random.nextInt(FOLDS)
              : ofGroup.computeIfAbsent(group, g -> ofGroup.size() % FOLDS);
    }
    return folds;
  }
}
