package org.bedside.understanding.teaching;

/**
 * Logistic regression over likenesses: each text that is taught pulls those like it towards what
 * was said of it, by at most {@code pull} log-odds where they are the same. Regularised towards
 * doing nothing; found by ascent along one text after the other, always in the same order, so that
 * the same lessons give the same weights.
 */
final class Fit {

  private static final int ROUNDS = 60;
  private static final double ENOUGH = 1e-3;
  private static final double STILL = 1e-5;

  private Fit() {}

  /**
   * Finds how strongly each text pulls.
   *
   * @param likeness of each to each
   * @param before the log-odds without what is taught here
   * @param wanted the probability that was said, 1 where the label holds and 0 where not
   * @param pull the most that each may pull; 0 leaves it out
   * @return for each a weight: up to {@code pull}, negative where the label doesn't hold
   */
  static double[] weights(float[][] likeness, double[] before, double[] wanted, double[] pull) {
    int n = before.length;
    double[] weights = new double[n];
    double[] odds = before.clone();
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < n; i++) {
        if (pull[i] <= 0) {
          continue;
        }
        float[] like = likeness[i];
        double rest = odds[i] - weights[i] * like[i];
        double fresh = best(rest, like[i], wanted[i], pull[i], weights[i]);
        double by = fresh - weights[i];
        if (Math.abs(by) > STILL) {
          weights[i] = fresh;
          moved = Math.max(moved, Math.abs(by));
          for (int j = 0; j < n; j++) {
            odds[j] += by * like[j];
          }
        }
      }
      if (moved < ENOUGH) {
        break;
      }
    }
    return weights;
  }

  /**
   * Solves {@code w = pull * (wanted - sigmoid(rest + self * w))}: by Newton's steps, and by halves
   * where such a step would leave the stretch that the solution lies in.
   */
  private static double best(double rest, double self, double wanted, double pull, double start) {
    double low = -pull * (1 - wanted);
    double high = pull * wanted;
    double w = Math.clamp(start, low, high);
    for (int step = 0; step < 40 && high - low > 1e-7; step++) {
      double p = Odds.probability(rest + self * w);
      double off = w / pull - wanted + p;
      if (off > 0) {
        high = w;
      } else {
        low = w;
      }
      double by = off / (1 / pull + self * p * (1 - p));
      if (Math.abs(by) < 1e-7) {
        break;
      }
      double next = w - by;
      w = next > low && next < high ? next : (low + high) / 2;
    }
    return w;
  }

  /**
   * The same for an amount in the place of a label: ridge regression.
   *
   * @param missing what each text lacks before
   * @param calm how far the regularisation holds back, against a likeness of 1
   */
  static double[] amounts(float[][] likeness, double[] missing, double calm) {
    int n = missing.length;
    double[] weights = new double[n];
    double[] sum = new double[n];
    for (int round = 0; round < ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < n; i++) {
        double rest = sum[i] - weights[i] * likeness[i][i];
        double fresh = (missing[i] - rest) / (likeness[i][i] + calm);
        double by = fresh - weights[i];
        if (Math.abs(by) > STILL) {
          weights[i] = fresh;
          moved = Math.max(moved, Math.abs(by));
          for (int j = 0; j < n; j++) {
            sum[j] += by * likeness[i][j];
          }
        }
      }
      if (moved < ENOUGH) {
        break;
      }
    }
    return weights;
  }
}
