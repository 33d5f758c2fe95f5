package org.bedside.bench.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;

/** Fits one linear model to a set of examples, one label against the others. */
final class Fitting {

  private final int bits;
  private final int dense;
  private final byte[] rarity;
  private final List<Example> examples;
  private final Feature[][] rows;

  /** Prepares the examples for settings of which {@code widest} has the most dense features. */
  Fitting(List<Example> examples, Setting widest) {
    int rarest = widest.rarest();
    this.bits = widest.bits();
    this.dense = widest.dense();
    this.examples = examples;
    int[] seen = new int[1 << bits];
    int mask = seen.length - 1;
    for (Example example : examples) {
      Features features = example.features();
      for (int f = 0; f < features.size(); f++) {
        seen[features.hash(f) & mask]++;
      }
    }
    rarity = new byte[seen.length];
    for (int b = 0; b < seen.length; b++) {
      rarity[b] = seen[b] < rarest ? 0 : LinearModel.rarityByte(seen[b], examples.size());
    }
    rows = examples.stream().map(e -> row(e.features())).toArray(Feature[][]::new);
  }

  private Feature[] row(Features features) {
    double[] values = LinearModel.values(features, bits, rarity);
    int mask = (1 << bits) - 1;
    int n = features.size();
    long[] order = new long[n];
    for (int f = 0; f < n; f++) {
      order[f] = ((long) (features.hash(f) & mask) << 32) | f;
    }
    Arrays.sort(order);
    var row = new Feature[n + dense];
    int size = 0;
    for (long entry : order) {
      int bucket = (int) (entry >>> 32);
      double value = values[(int) entry];
      if (value == 0) {
        continue;
      }
      if (size > 0 && row[size - 1].getIndex() == bucket + 1) {
        row[size - 1].setValue(row[size - 1].getValue() + value);
      } else {
        row[size++] = new FeatureNode(bucket + 1, value);
      }
    }
    for (int d = 0; d < dense; d++) {
      if (features.dense(d) != 0) {
        row[size++] = new FeatureNode((1 << bits) + d + 1, features.dense(d));
      }
    }
    return Arrays.copyOf(row, size);
  }

  /** Fits all labels and packs the model; of several settings, the mean of their models. */
  LinearModel fitAll(List<String> labels, List<Setting> settings) {
    double[][] weights = new double[labels.size()][(1 << bits) + dense + 1];
    for (int i = 0; i < weights.length; i++) {
      String label = labels.get(i);
      for (Setting setting : settings) {
        double[] fitted = fit(example -> example.labels().contains(label), setting);
        for (int j = 0; j < fitted.length; j++) {
          weights[i][j] += fitted[j] / settings.size();
        }
      }
    }
    return LinearModel.pack(labels, bits, rarity, weights);
  }

  private double[] fit(Predicate<Example> isOfLabel, Setting setting) {
    long of = examples.stream().filter(isOfLabel).count();
    double rest = examples.size() - of;
    if (of == 0) {
      double[] never = new double[(1 << bits) + dense + 1];
      never[never.length - 1] = -1;
      return never;
    }
    double positiveWeight = Math.pow(rest / of, setting.balance());
    var problem = new Problem();
    problem.l = rows.length;
    problem.n = (1 << bits) + dense + 1;
    problem.bias = 1;
    problem.x = new Feature[rows.length][];
    problem.y = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Feature[] row = rows[i];
      int length = row.length;
      while (length > 0 && row[length - 1].getIndex() > (1 << bits) + setting.dense()) {
        length--;
      }
      problem.x[i] = Arrays.copyOf(row, length + 1);
      problem.x[i][length] = new FeatureNode(problem.n, 1);
      problem.y[i] = isOfLabel.test(examples.get(i)) ? 1 : -1;
    }
    var parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, setting.cost(), 0.05, 300, 0.1);
    parameter.setWeights(new double[] {positiveWeight, 1}, new int[] {1, -1});
    parameter.setRandom(new Random(20250101));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    // liblinear takes the first label it meets as the positive one.
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] weights = model.getFeatureWeights();
    double[] all = new double[problem.n];
    for (int j = 0; j < all.length; j++) {
      all[j] = sign * weights[j];
    }
    return all;
  }
}
