package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Calibration.Line;

/** Fits calibrations and thresholds to scores that were made without having seen the text. */
final class Calibrating {

  private static final int STEPS = 400;

  private Calibrating() {}

  /** One slope for all labels and an offset for each, by softmax; thresholds are left at 0.5. */
  static Calibration shares(
      List<Example> examples, double[][] scores, List<String> labels, double balance) {
    int classes = labels.size();
    double[] weight = new double[classes];
    for (int c = 0; c < classes; c++) {
      String label = labels.get(c);
      double count = examples.stream().filter(e -> e.is(label)).count();
      weight[c] = Math.pow(examples.size() / (classes * Math.max(1, count)), balance);
    }
    double slope = 1;
    double[] offset = new double[classes];
    double slopeMass = 1e-8;
    double[] offsetMass = new double[classes];
    Arrays.fill(offsetMass, 1e-8);
    for (int step = 0; step < STEPS; step++) {
      double slopeGradient = 0;
      double[] offsetGradient = new double[classes];
      for (int i = 0; i < scores.length; i++) {
        double[] share = softmax(scores[i], slope, offset);
        for (int c = 0; c < classes; c++) {
          double truth = examples.get(i).is(labels.get(c)) ? 1 : 0;
          double error = (share[c] - truth) * weight[classOf(examples.get(i), labels)];
          slopeGradient += error * scores[i][c];
          offsetGradient[c] += error;
        }
      }
      slopeGradient /= scores.length;
      slopeMass += slopeGradient * slopeGradient;
      slope -= 0.3 * slopeGradient / Math.sqrt(slopeMass);
      for (int c = 0; c < classes; c++) {
        double gradient = offsetGradient[c] / scores.length;
        offsetMass[c] += gradient * gradient;
        offset[c] -= 0.3 * gradient / Math.sqrt(offsetMass[c]);
      }
    }
    var lines = new ArrayList<Line>();
    for (int c = 0; c < classes; c++) {
      lines.add(new Line((float) slope, (float) offset[c], 0.5f));
    }
    return new Calibration(lines);
  }

  private static int classOf(Example example, List<String> labels) {
    for (int c = 0; c < labels.size(); c++) {
      if (example.is(labels.get(c))) {
        return c;
      }
    }
    throw new IllegalArgumentException("an example without a label");
  }

  private static double[] softmax(double[] scores, double slope, double[] offset) {
    double[] share = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < share.length; c++) {
      share[c] = Math.exp(Math.clamp(slope * scores[c] + offset[c], -30, 30));
      sum += share[c];
    }
    for (int c = 0; c < share.length; c++) {
      share[c] /= sum;
    }
    return share;
  }

  /**
   * A slope and an offset for each label by itself (Platt 1999, with his smoothed targets), drawn
   * towards those of all labels together where a label is rare.
   */
  static Calibration each(List<Example> examples, double[][] scores, List<String> labels) {
    int classes = labels.size();
    var lines = new ArrayList<Line>();
    for (int c = 0; c < classes; c++) {
      double[] line = platt(examples, scores, labels.get(c), c);
      lines.add(new Line((float) line[0], (float) line[1], 0.5f));
    }
    return new Calibration(lines);
  }

  /** One slope and one offset for all labels, where there are too few texts for each by itself. */
  static Calibration together(List<Example> examples, double[][] scores, List<String> labels) {
    double slope = 1;
    double offset = 0;
    for (int step = 0; step < 100; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 1e-6;
      double h01 = 0;
      double h11 = 1e-6;
      for (int i = 0; i < scores.length; i++) {
        for (int c = 0; c < labels.size(); c++) {
          double x = scores[i][c];
          double p = 1 / (1 + Math.exp(-(slope * x + offset)));
          double error = p - (examples.get(i).is(labels.get(c)) ? 1 : 0);
          double bend = Math.max(1e-9, p * (1 - p));
          g0 += error * x;
          g1 += error;
          h00 += bend * x * x;
          h01 += bend * x;
          h11 += bend;
        }
      }
      double determinant = h00 * h11 - h01 * h01;
      slope -= Math.clamp((h11 * g0 - h01 * g1) / determinant, -0.5, 0.5);
      offset -= Math.clamp((h00 * g1 - h01 * g0) / determinant, -0.5, 0.5);
    }
    var line = new Line((float) slope, (float) offset, 0.5f);
    return new Calibration(Collections.nCopies(labels.size(), line));
  }

  private static double[] platt(
      List<Example> examples, double[][] scores, String label, int column) {
    long of = examples.stream().filter(e -> e.is(label)).count();
    double high = (of + 1.0) / (of + 2.0);
    double low = 1.0 / (examples.size() - of + 2.0);
    double slope = 2;
    double offset = 0;
    for (int step = 0; step < 100; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 1e-6;
      double h01 = 0;
      double h11 = 1e-6;
      for (int i = 0; i < scores.length; i++) {
        double x = scores[i][column];
        double p = 1 / (1 + Math.exp(-(slope * x + offset)));
        double error = p - (examples.get(i).is(label) ? high : low);
        double bend = Math.max(1e-9, p * (1 - p));
        g0 += error * x;
        g1 += error;
        h00 += bend * x * x;
        h01 += bend * x;
        h11 += bend;
      }
      // A weak pull towards a slope of 3 keeps labels with a handful of texts sane.
      g0 += 2 * (slope - 3);
      h00 += 2;
      double determinant = h00 * h11 - h01 * h01;
      double stepSlope = (h11 * g0 - h01 * g1) / determinant;
      double stepOffset = (h00 * g1 - h01 * g0) / determinant;
      slope -= Math.clamp(stepSlope, -1, 1);
      offset -= Math.clamp(stepOffset, -1, 1);
      if (Math.abs(stepSlope) + Math.abs(stepOffset) < 1e-7) {
        break;
      }
    }
    return new double[] {slope, offset};
  }
}
