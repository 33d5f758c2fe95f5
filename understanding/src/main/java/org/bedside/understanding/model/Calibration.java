package org.bedside.understanding.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the scores of a linear model into probabilities, as fitted on texts the model had not seen,
 * and says from which probability on a label is given. Immutable and thread-safe.
 */
public final class Calibration {

  private final List<Line> lines;

  public Calibration(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * How one label is calibrated: its log-odds are {@code slope * score + offset}.
   *
   * @param threshold the probability from which on it is given
   */
  public record Line(float slope, float offset, float threshold) {

    /** The same line with another threshold. */
    public Line withThreshold(double other) {
      return new Line(slope, offset, (float) other);
    }

    double at(double score) {
      return slope * score + offset;
    }
  }

  /** The line of each label. */
  public List<Line> lines() {
    return lines;
  }

  /** One probability for each label, summing to 1: for labels that exclude each other. */
  public double[] shares(double[] scores) {
    double[] shares = new double[scores.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      shares[i] = lines.get(i).at(scores[i]);
      highest = Math.max(highest, shares[i]);
    }
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.exp(shares[i] - highest);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** The probability of one label by itself: for labels that may stand together. */
  public double probability(int label, double score) {
    return 1 / (1 + Math.exp(-lines.get(label).at(score)));
  }

  void write(DataOutputStream out) throws IOException {
    for (Line line : lines) {
      out.writeFloat(line.slope());
      out.writeFloat(line.offset());
      out.writeFloat(line.threshold());
    }
  }

  static Calibration read(DataInputStream in, int labels) throws IOException {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < labels; i++) {
      lines.add(new Line(in.readFloat(), in.readFloat(), in.readFloat()));
    }
    return new Calibration(lines);
  }
}
