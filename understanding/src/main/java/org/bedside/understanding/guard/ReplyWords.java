package org.bedside.understanding.guard;

import java.util.HashSet;
import java.util.Set;
import org.bedside.understanding.model.Classifier;
import org.bedside.understanding.model.FeatureExtractor;
import org.bedside.understanding.model.Features;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a reply say by themselves, as learned from invented replies: their runs and
 * letters. It sees what the encoder overlooks, and the other way round. Immutable and thread-safe.
 */
public final class ReplyWords {

  /** The name of its weights. */
  public static final String NAME = "guard";

  private static final int SHORTEST_NAME = 3;

  private final FeatureExtractor extractor;
  private final Classifier classifier;

  /**
   * The words' say.
   *
   * @param classifier of two labels, the harmless one first
   */
  public ReplyWords(FeatureExtractor extractor, Classifier classifier) {
    this.extractor = extractor;
    this.classifier = classifier;
  }

  /** Reads its weights from the library's resources. */
  public static ReplyWords load() {
    return new ReplyWords(FeatureExtractor.load(), Classifier.load(NAME));
  }

  /** How much more the words speak for a disclosure than against one. */
  public double odds(String reply, @Nullable String reviewer) {
    double[] scores = classifier.model().scores(features(extractor, reply, reviewer));
    return scores[1] - scores[0];
  }

  /** What is learned from: the reply's words, the shown name as any name. */
  public static Features features(
      FeatureExtractor extractor, String reply, @Nullable String reviewer) {
    return extractor.extract(unnamed(reply, reviewer), null, "en");
  }

  private static String unnamed(String reply, @Nullable String reviewer) {
    if (reviewer == null || reviewer.isBlank()) {
      return reply;
    }
    Set<String> names = new HashSet<>();
    for (Token token : Tokenizer.tokens(reviewer)) {
      if (token.norm().length() >= SHORTEST_NAME) {
        names.add(token.norm());
      }
    }
    var unnamed = new StringBuilder(reply.length());
    int written = 0;
    for (Token token : Tokenizer.tokens(reply)) {
      if (names.contains(token.norm())) {
        unnamed.append(reply, written, token.start()).append("@writer");
        written = token.end();
      }
    }
    return unnamed.append(reply, written, reply.length()).toString();
  }
}
