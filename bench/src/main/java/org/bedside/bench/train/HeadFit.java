package org.bedside.bench.train;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bedside.understanding.encoder.Heads.Head;

/**
 * Fits a head anew on vectors that the encoder has made, by softmax and Adam over all texts at
 * once; from nought, so that the same texts give the same head however often it is fitted.
 */
final class HeadFit {

  private static final int ROUNDS = 250;
  private static final double RATE = 0.03;
  private static final double FIRST = 0.9;
  private static final double SECOND = 0.999;
  private static final int PARTS = 2;

  private final int labels;
  private final int width;
  private final double pull;

  /**
   * @param pull how strongly weights are held near nought
   */
  HeadFit(int labels, int width, double pull) {
    this.labels = labels;
    this.width = width;
    this.pull = pull;
  }

  /**
   * Gives the head.
   *
   * @param vectors of the texts
   * @param of the label of each
   * @param counts how much each counts
   */
  Head fit(String name, List<String> names, float[][] vectors, int[] of, double[] counts) {
    double[][] weights = new double[labels][width + 1];
    double[][] means = new double[labels][width + 1];
    double[][] squares = new double[labels][width + 1];
    double all = Arrays.stream(counts).sum();
    for (int round = 1; round <= ROUNDS; round++) {
      double[][][] gradients = new double[PARTS][labels][width + 1];
      IntStream.range(0, PARTS)
          .parallel()
          .forEach(
              part -> {
                for (int i = part; i < vectors.length; i += PARTS) {
                  add(gradients[part], weights, vectors[i], of[i], counts[i] / all);
                }
              });
      for (int c = 0; c < labels; c++) {
        for (int d = 0; d <= width; d++) {
          double g = d < width ? pull * weights[c][d] : 0;
          for (double[][] part : gradients) {
            g += part[c][d];
          }
          means[c][d] = FIRST * means[c][d] + (1 - FIRST) * g;
          squares[c][d] = SECOND * squares[c][d] + (1 - SECOND) * g * g;
          double mean = means[c][d] / (1 - Math.pow(FIRST, round));
          double square = squares[c][d] / (1 - Math.pow(SECOND, round));
          weights[c][d] -= RATE * mean / (Math.sqrt(square) + 1e-9);
        }
      }
    }
    float[][] rows = new float[labels][width];
    float[] biases = new float[labels];
    for (int c = 0; c < labels; c++) {
      for (int d = 0; d < width; d++) {
        rows[c][d] = (float) weights[c][d];
      }
      biases[c] = (float) weights[c][width];
    }
    return new Head(name, names, rows, biases);
  }

  private void add(
      double[][] gradient, double[][] weights, float[] vector, int label, double counts) {
    double[] shares = new double[labels];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < labels; c++) {
      double sum = weights[c][width];
      for (int d = 0; d < width; d++) {
        sum += weights[c][d] * vector[d];
      }
      shares[c] = sum;
      highest = Math.max(highest, sum);
    }
    double sum = 0;
    for (int c = 0; c < labels; c++) {
      shares[c] = Math.exp(shares[c] - highest);
      sum += shares[c];
    }
    for (int c = 0; c < labels; c++) {
      double error = counts * (shares[c] / sum - (c == label ? 1 : 0));
      for (int d = 0; d < width; d++) {
        gradient[c][d] += error * vector[d];
      }
      gradient[c][width] += error;
    }
  }
}
