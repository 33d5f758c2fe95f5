package org.bedside.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How a linear model and the encoder speak with one voice: the log-odds of both in fixed shares,
 * calibrated on texts that neither had seen. Immutable and thread-safe.
 *
 * @param encoder how much the encoder counts, 0 to 1; the linear model counts the rest
 */
public record Blend(double encoder, Calibration calibration) {

  private static final double LEAST = 1e-6;

  /** One probability for each label, summing to 1, of what both hold likely. */
  public double[] shares(double[] linear, double[] encoded) {
    return calibration.shares(ofShares(linear, encoded, encoder));
  }

  /** The probability of each label by itself. */
  public double[] probabilities(double[] linear, double[] encoded) {
    double[] both = ofProbabilities(linear, encoded, encoder);
    for (int i = 0; i < both.length; i++) {
      both[i] = calibration.probability(i, both[i]);
    }
    return both;
  }

  /** The probability from which on a label is given. */
  public double threshold(int label) {
    return calibration.lines().get(label).threshold();
  }

  /**
   * The mixed scores of labels that exclude each other, before they are calibrated.
   *
   * @param linear probabilities that sum to 1
   * @param encoded the head's scores
   */
  public static double[] ofShares(double[] linear, double[] encoded, double encoder) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double score : encoded) {
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (double score : encoded) {
      sum += Math.exp(score - highest);
    }
    double[] both = new double[linear.length];
    for (int i = 0; i < both.length; i++) {
      double log = encoded[i] - highest - Math.log(sum);
      both[i] = encoder * log + (1 - encoder) * Math.log(Math.max(LEAST, linear[i]));
    }
    return both;
  }

  /** The mixed scores of labels that may stand together, before they are calibrated. */
  public static double[] ofProbabilities(double[] linear, double[] encoded, double encoder) {
    double[] both = new double[linear.length];
    for (int i = 0; i < both.length; i++) {
      double p = Math.clamp(linear[i], LEAST, 1 - LEAST);
      both[i] = encoder * encoded[i] + (1 - encoder) * Math.log(p / (1 - p));
    }
    return both;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeDouble(encoder);
    calibration.write(out);
  }

  static Blend read(DataInputStream in, int labels) throws IOException {
    return new Blend(in.readDouble(), Calibration.read(in, labels));
  }
}
