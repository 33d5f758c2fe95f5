package org.bedside.understanding.judge;

import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.encoder.States;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;
import org.bedside.understanding.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement is made with: a linear model, and where the encoder is loaded its say beside it.
 * Immutable and thread-safe.
 */
final class Voices {

  private static final double SUREST_CLAUSE = 0.7;

  /** The score from which on a clause speaks of a theme: a probability of .4. */
  private static final double LIKELY_CLAUSE = -0.4;

  private final Classifier classifier;
  private final @Nullable Head head;
  private final @Nullable Blend blend;

  private Voices(Classifier classifier, @Nullable Head head, @Nullable Blend blend) {
    this.classifier = classifier;
    this.head = head;
    this.blend = blend;
  }

  /** Those of one judgement, such as {@code sentiment}; without the encoder where it is null. */
  static Voices load(String name, @Nullable Encoded encoded) {
    Classifier classifier = Classifier.load(name);
    return encoded == null ? of(classifier) : of(classifier, name, encoded);
  }

  /** A linear model alone. */
  static Voices of(Classifier classifier) {
    return new Voices(classifier, null, null);
  }

  /** A linear model with what the encoder says of a judgement beside it. */
  static Voices of(Classifier classifier, String name, Encoded encoded) {
    return new Voices(classifier, encoded.heads().head(name), encoded.blends().blend(name));
  }

  /** The same model and head, brought together as it was fitted for something else. */
  Voices blendedFor(String name, Encoded encoded) {
    return new Voices(classifier, head, encoded.blends().blend(name));
  }

  /** The linear model alone. */
  Voices quick() {
    return new Voices(classifier, null, null);
  }

  List<String> labels() {
    return classifier.labels();
  }

  /** The linear model, which can say what each word did. */
  LinearModel words() {
    return classifier.model();
  }

  /** One probability for each label, summing to 1. */
  double[] shares(Features features, float @Nullable [] mean) {
    double[] linear = classifier.shares(features);
    return head == null || blend == null || mean == null
        ? linear
        : blend.shares(linear, head.scores(mean, labels()));
  }

  /** The probability of each label by itself. */
  double[] probabilities(Features features, float @Nullable [] mean) {
    double[] linear = classifier.probabilities(features);
    return head == null || blend == null || mean == null
        ? linear
        : blend.probabilities(linear, head.scores(mean, labels()));
  }

  /**
   * How much each token of a post speaks for one label, by words and by what the encoder made of
   * it, in the shares in which both decide.
   */
  double[] contributions(Reading reading, int label) {
    double[] byToken = classifier.model().contributions(reading.whole(), label);
    States states = reading.states();
    if (head == null || blend == null || states == null) {
      return byToken;
    }
    double[] heard = heard(reading.tokens(), states, head, labels().get(label));
    for (int t = 0; t < byToken.length; t++) {
      byToken[t] = (1 - blend.encoder()) * byToken[t] + blend.encoder() * heard[t];
    }
    return byToken;
  }

  /**
   * The head is linear in the mean of all pieces, so each piece has its part of the score. Each
   * knows the whole text, and only by what it differs from the others does it stand out.
   */
  private static double[] heard(List<Token> tokens, States states, Head head, String label) {
    double[] heard = new double[tokens.size()];
    int wanted = head.labels().indexOf(label);
    var place = new int[1];
    var pieces = new int[1];
    states.each(
        (start, end, vectors, at) -> {
          while (place[0] + 1 < heard.length && tokens.get(place[0]).end() <= start) {
            place[0]++;
          }
          if (place[0] < heard.length && tokens.get(place[0]).start() < end) {
            double[] scores = head.scores(vectors, at);
            double others = Arrays.stream(scores).sum() - scores[wanted];
            heard[place[0]] += scores[wanted] - others / (scores.length - 1);
          }
          pieces[0]++;
        });
    double mean = Arrays.stream(heard).average().orElse(0);
    for (int t = 0; t < heard.length; t++) {
      heard[t] = (heard[t] - mean) / Math.max(1, pieces[0]);
    }
    return heard;
  }

  /** Whether the encoder has its say. */
  boolean isEncoded() {
    return head != null;
  }

  /**
   * Raises the probability of each label that the encoder holds likelier than not of one clause:
   * from the label's threshold on, and never as high as what the whole text can make it.
   *
   * @param clause the mean of its states
   */
  void hearClause(float[] clause, double[] probabilities) {
    if (head == null) {
      return;
    }
    double[] scores = head.scores(clause, labels());
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] >= LIKELY_CLAUSE) {
        double surer = Math.max(0, 2 / (1 + Math.exp(-scores[i])) - 1);
        double likely = threshold(i) + Math.max(0, SUREST_CLAUSE - threshold(i)) * surer;
        probabilities[i] = Math.max(probabilities[i], likely);
      }
    }
  }

  /** What the encoder alone holds of a label, as a score; 0 without it. */
  double encoded(float[] mean, int label) {
    return head == null ? 0 : head.scores(mean, labels())[label];
  }

  /** The probability from which on a label is given. */
  double threshold(int label) {
    return blend == null ? classifier.threshold(label) : blend.threshold(label);
  }
}
