package org.bedside.understanding.model;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A linear model with its calibration. Immutable and thread-safe. */
public record Classifier(LinearModel model, Calibration calibration) {

  /** Reads one of the library's classifiers, such as {@code sentiment}. */
  public static Classifier load(String name) {
    try (InputStream in = Classifier.class.getResourceAsStream(name + ".weights.gz")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its weights for " + name);
      }
      var data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
      var model = LinearModel.read(data);
      return new Classifier(model, Calibration.read(data, model.labels().size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what {@link #load} reads. */
  public void write(OutputStream out) throws IOException {
    var data = new DataOutputStream(new GZIPOutputStream(out));
    model.write(data);
    calibration.write(data);
    data.close();
  }

  public List<String> labels() {
    return model.labels();
  }

  /** One probability for each label, summing to 1. */
  public double[] shares(Features features) {
    return calibration.shares(model.scores(features));
  }

  /** The probability of each label by itself. */
  public double[] probabilities(Features features) {
    double[] scores = model.scores(features);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = calibration.probability(i, scores[i]);
    }
    return scores;
  }

  /** The probability from which on a label is given. */
  public double threshold(int label) {
    return calibration.lines().get(label).threshold();
  }
}
