package org.bedside.bench.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bedside.understanding.Post;
import org.bedside.understanding.encoder.Encoder;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Calibration;
import org.bedside.understanding.model.Calibration.Line;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.LinearModel;
import org.bedside.understanding.urgency.LearnedUrgency;
import org.bedside.understanding.urgency.UrgencyJudge;

/**
 * Fits how patterns, words and the encoder speak of urgency together, on rows that neither words
 * nor encoder learned from: invented ones, and real ones in which patterns see nothing.
 */
final class UrgencyBlends {

  /** Of what is raised, so much must be urgent: who is called for nothing stops looking. */
  private static final double PRECISION = 0.85;

  /** Of real posts in which patterns see nothing, at most so much may be raised. */
  private static final double FALSE_ALARMS = 0.01;

  private static final double PULL = 1e-4;
  private static final int SHARES = 10;
  private static final List<String> LABELS = LearnedUrgency.labels();

  private final List<Example> examples;
  private final List<Example> held;
  private final Encoder encoder;
  private final UrgencyJudge patterns = new UrgencyJudge();

  /**
   * @param examples whose group tells the real ones, see {@link Texts#REAL}
   */
  UrgencyBlends(List<Example> examples, Encoder encoder) {
    this.examples = examples;
    this.held = examples.stream().filter(Example::isHeld).toList();
    this.encoder = encoder;
  }

  /**
   * Fits the encoder's head anew, with many more real posts and comments in which patterns see
   * nothing than the encoder learned from: it took ordinary complaints for danger.
   */
  Head head() {
    List<Example> seen = examples.stream().filter(e -> !e.isHeld()).toList();
    float[][] vectors =
        seen.parallelStream()
            .map(example -> encoder.read(example.text(), null).mean())
            .toArray(float[][]::new);
    int[] of = seen.stream().mapToInt(e -> LABELS.indexOf(e.labels().iterator().next())).toArray();
    double[] counts = new double[of.length];
    Arrays.fill(counts, 1);
    return new HeadFit(LABELS.size(), vectors[0].length, PULL)
        .fit(LearnedUrgency.NAME, LABELS, vectors, of, counts);
  }

  /**
   * Fits both blends: of patterns and words, and of these with the encoder.
   *
   * @param shipped the linear model that ships; its calibration is used
   * @param head that was fitted anew
   */
  Map<String, Blend> fit(Classifier shipped, Setting setting, Head head) {
    List<Example> seen = examples.stream().filter(e -> !e.isHeld()).toList();
    LinearModel words = new Fitting(seen, setting).fitAll(LABELS, List.of(setting));
    var said = new ArrayList<double[]>();
    var read = new ArrayList<double[]>();
    var encoded = new ArrayList<double[]>();
    for (Example example : held) {
      said.add(LearnedUrgency.shares(patterns.judge(Post.of("row", example.text()))));
      double[] shares = shipped.calibration().shares(words.scores(example.features()));
      read.add(LearnedUrgency.logarithms(shares));
      encoded.add(head.scores(encoder.read(example.text(), null).mean(), LABELS));
    }
    Blend quick = blend("patterns and words", said, read);
    var both = new ArrayList<double[]>();
    for (int i = 0; i < said.size(); i++) {
      both.add(quick.shares(said.get(i), read.get(i)));
    }
    Blend thorough = blend("these and the encoder", both, encoded);
    return Map.of(LearnedUrgency.QUICK, quick, LearnedUrgency.NAME, thorough);
  }

  private Blend blend(String what, List<double[]> one, List<double[]> other) {
    Blend best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step <= SHARES; step++) {
      double share = step / (double) SHARES;
      double[][] scores = new double[one.size()][];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Blend.ofShares(one.get(i), other.get(i), share);
      }
      Calibration fitted = calibrated(scores);
      double loss = loss(scores, fitted);
      System.out.printf(
          Locale.ROOT, "  urgency, %s: %.1f, log loss %.4f%n", what, share, loss / scores.length);
      if (loss < least) {
        least = loss;
        best = new Blend(share, fitted);
      }
    }
    Blend blend = Objects.requireNonNull(best);
    double[][] likely = new double[one.size()][];
    for (int i = 0; i < likely.length; i++) {
      likely[i] = blend.shares(one.get(i), other.get(i));
    }
    double threshold = threshold(likely);
    report(likely, threshold);
    var lines = new ArrayList<>(blend.calibration().lines());
    lines.set(0, lines.getFirst().withThreshold(threshold));
    return new Blend(blend.encoder(), new Calibration(lines));
  }

  /**
   * One slope for all, and an offset for what isn't urgent alone: the rows kept back are too few to
   * say how common each kind is.
   */
  private Calibration calibrated(double[][] scores) {
    Calibration best = null;
    double least = Double.POSITIVE_INFINITY;
    for (int slope = 4; slope <= 20; slope++) {
      for (int offset = -20; offset <= 40; offset++) {
        var lines = new ArrayList<Line>();
        for (int c = 0; c < LABELS.size(); c++) {
          lines.add(new Line(slope * 0.1f, c == 0 ? offset * 0.1f : 0, 0.5f));
        }
        var calibration = new Calibration(lines);
        double loss = loss(scores, calibration);
        if (loss < least) {
          least = loss;
          best = calibration;
        }
      }
    }
    return Objects.requireNonNull(best);
  }

  private double loss(double[][] scores, Calibration calibration) {
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double[] shares = calibration.shares(scores[i]);
      for (int c = 0; c < shares.length; c++) {
        loss -= held.get(i).is(LABELS.get(c)) ? Math.log(Math.max(1e-9, shares[c])) : 0;
      }
    }
    return loss;
  }

  private static boolean isReal(Example example) {
    return example.group().startsWith(Texts.REAL);
  }

  private record Raised(int urgent, int right, int kind, int wrong, int real, int allReal) {
    double precision() {
      return right / (double) Math.max(1, right + wrong);
    }
  }

  private Raised raised(double[][] likely, double threshold) {
    int urgent = 0;
    int right = 0;
    int kind = 0;
    int wrong = 0;
    int real = 0;
    int allReal = 0;
    for (int i = 0; i < likely.length; i++) {
      boolean isRaised = LearnedUrgency.isRaised(likely[i], threshold);
      boolean isCalm = held.get(i).is(LABELS.getFirst());
      boolean isReal = isReal(held.get(i));
      urgent += isCalm ? 0 : 1;
      right += isRaised && !isCalm ? 1 : 0;
      kind += isRaised && held.get(i).is(LABELS.get(LearnedUrgency.first(likely[i]))) ? 1 : 0;
      wrong += isRaised && isCalm && !isReal ? 1 : 0;
      real += isRaised && isReal ? 1 : 0;
      allReal += isReal ? 1 : 0;
    }
    return new Raised(urgent, right, kind, wrong, real, allReal);
  }

  /** The lowest threshold at which enough of what is raised is urgent. */
  private double threshold(double[][] likely) {
    for (int step = 5; step < 60; step++) {
      double threshold = step / 100.0;
      Raised raised = raised(likely, threshold);
      if (raised.precision() >= PRECISION && raised.real <= FALSE_ALARMS * raised.allReal) {
        return threshold;
      }
    }
    return 0.6;
  }

  private void report(double[][] likely, double threshold) {
    Raised raised = raised(likely, threshold);
    System.out.printf(
        Locale.ROOT,
        "  urgency from %.2f on: recall %.3f, precision %.3f, kind %.3f on invented rows; %d of %d"
            + " real posts%n",
        threshold,
        raised.right / (double) raised.urgent,
        raised.precision(),
        raised.kind / (double) Math.max(1, raised.right),
        raised.real,
        raised.allReal);
  }
}
