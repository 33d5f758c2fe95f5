package org.bedside.bench.score;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bedside.bench.score.Metrics.Pair;

/**
 * TF-IDF and one linear support-vector machine for each label, trained on the rows that Bedside is
 * trained on. Cost, class weights and, for labels that stand together, one threshold are chosen by
 * five folds of the training rows, so that the peer is as good as the method gets.
 */
final class TfIdfPeer {

  private static final int FOLDS = 5;
  // Of so many rows one fold tells enough.
  private static final int MANY = 20_000;
  private static final double[] COSTS = {0.1, 0.3, 1, 3};

  private final List<String> texts;
  private final List<Set<String>> held;
  private final List<String> labels;
  private final boolean exclusive;

  /**
   * Takes the training rows.
   *
   * @param exclusive whether each text has exactly one label
   */
  TfIdfPeer(List<String> texts, List<Set<String>> held, boolean exclusive) {
    this.texts = texts;
    this.held = held;
    this.exclusive = exclusive;
    var all = new TreeSet<String>();
    held.forEach(all::addAll);
    this.labels = List.copyOf(all);
  }

  private record Choice(double cost, boolean balanced, double threshold, double score) {}

  /** Chooses its settings, trains, and labels other texts. */
  List<Set<String>> label(List<String> others) {
    Choice best = new Choice(1, false, 0, -1);
    for (double cost : COSTS) {
      for (boolean balanced : new boolean[] {false, true}) {
        Choice choice = tried(cost, balanced);
        best = choice.score() > best.score() ? choice : best;
      }
    }
    Choice chosen = best;
    double[][] scores = scores(texts, held, others, chosen.cost(), chosen.balanced());
    return Arrays.stream(scores).map(row -> given(row, chosen.threshold())).toList();
  }

  /** Trains with a cost of 1 and no class weights, and labels other texts. */
  List<Set<String>> labelUntuned(List<String> others) {
    return Arrays.stream(scores(texts, held, others, 1, false)).map(row -> given(row, 0)).toList();
  }

  private Choice tried(double cost, boolean balanced) {
    double[][] scores = new double[texts.size()][];
    int folds = texts.size() > MANY ? 1 : FOLDS;
    for (int fold = 0; fold < folds; fold++) {
      var seen = new ArrayList<String>();
      var seenHeld = new ArrayList<Set<String>>();
      var unseen = new ArrayList<String>();
      for (int i = 0; i < scores.length; i++) {
        if (i % FOLDS == fold) {
          unseen.add(texts.get(i));
        } else {
          seen.add(texts.get(i));
          seenHeld.add(held.get(i));
        }
      }
      double[][] part = scores(seen, seenHeld, unseen, cost, balanced);
      for (int i = 0; i < part.length; i++) {
        scores[i * FOLDS + fold] = part[i];
      }
    }
    int[] tested = IntStream.range(0, scores.length).filter(i -> i % FOLDS < folds).toArray();
    Choice best = new Choice(cost, balanced, 0, -1);
    for (int step = exclusive ? 0 : -16; step <= (exclusive ? 0 : 4); step++) {
      double threshold = step / 20.0;
      var pairs = new ArrayList<Pair>();
      for (int i = 0; i < scores.length; i++) {
        boolean isTested = i % FOLDS < folds;
        pairs.add(new Pair(held.get(i), isTested ? given(scores[i], threshold) : Set.of()));
      }
      double score =
          exclusive
              ? Metrics.macroF1(pairs, tested, Metrics.labels(pairs, 1))
              : Metrics.microF1(pairs, tested);
      best = score > best.score() ? new Choice(cost, balanced, threshold, score) : best;
    }
    return best;
  }

  private Set<String> given(double[] scores, double threshold) {
    var given = new TreeSet<String>();
    int highest = 0;
    for (int c = 0; c < scores.length; c++) {
      highest = scores[c] > scores[highest] ? c : highest;
      if (!exclusive && scores[c] >= threshold) {
        given.add(labels.get(c));
      }
    }
    if (exclusive) {
      given.add(labels.get(highest));
    }
    return given;
  }

  private double[][] scores(
      List<String> seen,
      List<Set<String>> seenHeld,
      List<String> unseen,
      double cost,
      boolean balanced) {
    var space = new TfIdf(seen);
    Feature[][] rows = seen.stream().map(space::row).toArray(Feature[][]::new);
    Feature[][] others = unseen.stream().map(space::row).toArray(Feature[][]::new);
    double[][] scores = new double[others.length][labels.size()];
    for (int c = 0; c < labels.size(); c++) {
      double[] weights = fit(rows, space.size() + 1, seenHeld, labels.get(c), cost, balanced);
      for (int i = 0; i < others.length; i++) {
        for (Feature feature : others[i]) {
          scores[i][c] += feature.getValue() * weights[feature.getIndex() - 1];
        }
      }
    }
    return scores;
  }

  private static double[] fit(
      Feature[][] rows,
      int size,
      List<Set<String>> held,
      String label,
      double cost,
      boolean balanced) {
    var problem = new Problem();
    problem.l = rows.length;
    problem.n = size;
    problem.bias = 1;
    problem.x = rows;
    problem.y = held.stream().mapToDouble(of -> of.contains(label) ? 1 : -1).toArray();
    double of = Arrays.stream(problem.y).filter(y -> y > 0).count();
    if (of == 0) {
      double[] never = new double[size];
      never[size - 1] = -1;
      return never;
    }
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, cost, 0.1, 300, 0.1);
    if (balanced) {
      double rest = rows.length - of;
      parameter.setWeights(
          new double[] {rows.length / (2 * of), rows.length / (2 * rest)}, new int[] {1, -1});
    }
    parameter.setRandom(new Random(1));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
  }
}
