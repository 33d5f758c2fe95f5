package org.bedside.understanding.teaching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bedside.understanding.Reason;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.judge.Reading;

/**
 * What one organization taught, learned: to be asked about each post. Immutable and thread-safe;
 * nothing of it is shared with another organization's but the background, which nobody taught.
 */
@FunctionalInterface
public interface Taught {

  /** Nothing. */
  Taught NOTHING = reading -> Silence.SILENCE;

  /** Opens a post for the questions of one assessment. */
  Hearing hear(Reading reading);

  /** Why a feeling is another than without lessons. */
  static Reason feeling(Sentiment sentiment) {
    double share =
        switch (sentiment.label()) {
          case NEGATIVE -> sentiment.negative();
          case NEUTRAL -> sentiment.neutral();
          case POSITIVE -> sentiment.positive();
        };
    String label = sentiment.label().name().toLowerCase(Locale.ROOT);
    return new Reason("sentiment", "sentiment.taught", label, null, share);
  }

  /** The themes of a post of one clause, which are felt as the post is. */
  static List<ThemeOpinion> felt(List<ThemeOpinion> themes, SentimentLabel label) {
    return themes.stream()
        .map(t -> new ThemeOpinion(t.theme(), label, t.span(), t.score()))
        .toList();
  }

  /** Why the urgency is another than without lessons. */
  static Reason haste(Urgency urgency) {
    String level = urgency.level().name().toLowerCase(Locale.ROOT);
    return new Reason("urgency", "urgency.taught", level, null, 1);
  }

  /** One reason for each own theme that was found. */
  static List<Reason> themes(List<ThemeOpinion> own) {
    return own.stream()
        .map(t -> new Reason("theme", "theme.taught", t.theme(), t.span(), t.score()))
        .toList();
  }

  /** The framework's themes in their order with the own ones among them, by their scores. */
  static List<ThemeOpinion> beside(List<ThemeOpinion> framework, List<ThemeOpinion> own) {
    if (own.isEmpty()) {
      return framework;
    }
    var all = new ArrayList<>(framework);
    all.addAll(own);
    all.sort(Comparator.comparingDouble(ThemeOpinion::score).reversed());
    return all;
  }
}
