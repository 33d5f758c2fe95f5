package org.bedside.understanding.model;

import java.util.List;
import org.bedside.understanding.text.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text for the judges: its features, with what the base models say of it as dense features
 * on top. The base models learned from other texts than the models that build on them.
 */
public final class Reader {

  /** The base models in the order of their places among the dense features. */
  public static final List<String> BASE = List.of("sentiment", "criticality", "area");

  private static final double CLIP = 2;

  private final FeatureExtractor extractor;
  private final List<Classifier> base;

  public Reader(FeatureExtractor extractor, List<Classifier> base) {
    this.extractor = extractor;
    this.base = List.copyOf(base);
  }

  /** Reads the base models from the library's resources. */
  public static Reader load() {
    return new Reader(FeatureExtractor.load(), BASE.stream().map(Classifier::load).toList());
  }

  /** Gives all features of a text, or of a part of one. */
  public Features read(List<Token> tokens, @Nullable String question, String language) {
    Features features = extractor.extract(tokens, question, language);
    int at = Features.STYLE;
    for (Classifier classifier : base) {
      for (double score : classifier.model().scores(features)) {
        features.dense(at++, Math.clamp(score, -CLIP, CLIP));
      }
    }
    return features;
  }
}
