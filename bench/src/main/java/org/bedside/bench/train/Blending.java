package org.bedside.bench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.bench.Invented;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;
import org.bedside.understanding.model.Reader;

/**
 * Fits how much the encoder counts beside a linear model: on the rows that the encoder never saw,
 * with the linear model's scores of the folds that left each row out.
 */
final class Blending {

  private static final int STEPS = 10;

  private final Encoder encoder;
  private final Heads heads;

  Blending(Encoder encoder, Heads heads) {
    this.encoder = encoder;
    this.heads = heads;
  }

  /** What is fitted of urgency. */
  UrgencyBlends urgency(List<Example> examples) {
    return new UrgencyBlends(examples, encoder);
  }

  /** What is fitted on invented rows. */
  ReplyFit replies() {
    return new ReplyFit(new Invented(Path.of("bench/written")), encoder, heads);
  }

  WrittenBlends written(Data data, Features none) {
    return new WrittenBlends(data, Path.of("bench/written"), encoder, heads, none);
  }

  /**
   * Fits one judgement: a linear model is fitted to all but the rows kept back, and both have their
   * say on those.
   *
   * @param more what the linear model learns as well; none of it is kept back
   * @param shipped the linear model that ships; its calibration is used
   * @param balance as {@link Calibrating#shares} takes it; ignored where labels stand together
   */
  Fitted fit(
      String name,
      List<Example> examples,
      List<Example> more,
      List<Setting> settings,
      Classifier shipped,
      boolean isExclusive,
      double balance) {
    List<String> labels = shipped.labels();
    List<Example> seen =
        Stream.concat(examples.stream().filter(e -> !e.isHeld()), more.stream()).toList();
    List<Example> held = examples.stream().filter(Example::isHeld).toList();
    LinearModel model = new Fitting(seen, settings.getFirst()).fitAll(labels, settings);
    Heads.Head head = heads.head(name);
    var linear = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    for (Example example : held) {
      double[] scores = model.scores(example.features());
      linear.add(probabilities(scores, shipped.calibration(), isExclusive));
      encoded.add(head.scores(encoder.read(example.text(), example.question()).mean(), labels));
    }
    Blend blend = fit(name, held, linear, encoded, labels, isExclusive, balance);
    return new Fitted(blend, new Classifier(model, shipped.calibration()));
  }

  /**
   * How both sides of a judgement speak together.
   *
   * @param words the linear model that has not seen the rows kept back
   */
  record Fitted(Blend blend, Classifier words) {}

  /** How sure themes are that were given; needs all other blends. */
  Blend givenThemes(
      List<Example> examples, Classifier words, Reader reader, Map<String, Blend> blends) {
    return new GivenThemes(encoder, heads, reader, blends).fit(examples, words);
  }

  /**
   * Fits one judgement to rows that neither side has seen.
   *
   * @param linear probabilities, of each row
   * @param encoded the head's scores, of each row
   */
  static Blend fit(
      String name,
      List<Example> held,
      List<double[]> linear,
      List<double[]> encoded,
      List<String> labels,
      boolean isExclusive,
      double balance) {
    Blend best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= STEPS; step++) {
      double share = step / (double) STEPS;
      double[][] both = new double[held.size()][];
      for (int i = 0; i < both.length; i++) {
        both[i] =
            isExclusive
                ? Blend.ofShares(linear.get(i), encoded.get(i), share)
                : Blend.ofProbabilities(linear.get(i), encoded.get(i), share);
      }
      Calibration fitted =
          isExclusive
              ? Calibrating.shares(held, both, labels, balance)
              : Thresholds.choose(held, both, labels, Calibrating.together(held, both, labels));
      double loss = loss(held, both, labels, fitted, isExclusive);
      System.out.printf(
          Locale.ROOT,
          "  %s: encoder %.1f, log loss %.4f, %s%n",
          name,
          share,
          loss,
          HeldOut.figures(held, both, labels, fitted, isExclusive));
      if (loss < least) {
        least = loss;
        best = new Blend(share, fitted);
      }
    }
    if (best == null) {
      throw new IllegalStateException("No rows are held back for " + name);
    }
    return best;
  }

  private static double[] probabilities(
      double[] scores, Calibration calibration, boolean isExclusive) {
    if (isExclusive) {
      return calibration.shares(scores);
    }
    double[] probabilities = new double[scores.length];
    for (int c = 0; c < scores.length; c++) {
      probabilities[c] = calibration.probability(c, scores[c]);
    }
    return probabilities;
  }

  private static double loss(
      List<Example> held,
      double[][] scores,
      List<String> labels,
      Calibration calibration,
      boolean isExclusive) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double[] p = probabilities(scores[i], calibration, isExclusive);
      for (int c = 0; c < p.length; c++) {
        boolean is = held.get(i).is(labels.get(c));
        double likely = Math.clamp(is ? p[c] : 1 - p[c], 1e-9, 1);
        loss -= is || !isExclusive ? Math.log(likely) : 0;
      }
    }
    return loss / Math.max(1, scores.length);
  }
}
