package org.bedside.understanding.judge;

import java.util.List;
import org.bedside.understanding.encoder.Heads.Head;
import org.bedside.understanding.model.Blend;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.model.LinearModel;
import org.jspecify.annotations.Nullable;

/**
 * What a judgement is made with: a linear model, and where the encoder is loaded its say beside it.
 * Immutable and thread-safe.
 */
final class Voices {

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
    return encoded == null
        ? new Voices(classifier, null, null)
        : new Voices(classifier, encoded.heads().head(name), encoded.blends().blend(name));
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

  /** Whether the encoder has its say. */
  boolean isEncoded() {
    return head != null;
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
