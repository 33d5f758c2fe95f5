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
    return scores(examples, List.of(), labels, settings);
  }

  /**
   * Gives the scores of each example for each label.
   *
   * @param more what is learned as well, but not scored
   */
  static double[][] scores(
      List<Example> examples, List<Example> more, List<String> labels, List<Setting> settings) {
    Map<String, Integer> ofGroup = new HashMap<>();
    int[] fold = folds(examples, ofGroup);
    double[][] scores = new double[examples.size()][];
    for (int f = 0; f < FOLDS; f++) {
      var seen = new ArrayList<Example>();
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] != f) {
          seen.add(examples.get(i));
        }
      }
      int left = f;
      more.stream().filter(e -> ofGroup.getOrDefault(e.group(), -1) != left).forEach(seen::add);
      LinearModel model = new Fitting(seen, settings.getFirst()).fitAll(labels, settings);
      for (int i = 0; i < fold.length; i++) {
        if (fold[i] == f) {
          scores[i] = model.scores(examples.get(i).features());
        }
      }
    }
    return scores;
  }

  private static int[] folds(List<Example> examples, Map<String, Integer> ofGroup) {
    var random = new Random(7);
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
