package org.bedside.understanding.teaching;

import java.util.List;
import java.util.Map;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Level;
import org.jspecify.annotations.Nullable;

/**
 * What corrections change. Immutable and thread-safe.
 *
 * @param feelings of negative, neutral, positive; empty where none was corrected
 * @param themes by the label's number; those that no lesson moves are not there
 * @param haste null where no urgency was corrected
 */
record LessonHeads(List<Weights> feelings, Map<Integer, Weights> themes, @Nullable Weights haste) {

  // A post that nobody was taught of by one near it stays exactly as it is.
  private static final double AUDIBLE = 0.02;

  /** The order of {@code feelings}. */
  static final List<SentimentLabel> LABELS =
      List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

  /** From the calmest on. */
  static final List<Level> LEVELS = List.of(Level.NONE, Level.LOW, Level.HIGH, Level.CRITICAL);

  Sentiment sentiment(Sentiment base, float[] toBackground, float[] toTaught) {
    if (feelings.isEmpty()) {
      return base;
    }
    double[] shares = {base.negative(), base.neutral(), base.positive()};
    double sum = 0;
    double loudest = 0;
    for (int i = 0; i < shares.length; i++) {
      double by = feelings.get(i).near(toBackground, toTaught);
      loudest = Math.max(loudest, Math.abs(by));
      shares[i] = Odds.probability(Odds.of(shares[i]) + by);
      sum += shares[i];
    }
    if (loudest < AUDIBLE) {
      return base;
    }
    int best = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
      best = shares[i] > shares[best] ? i : best;
    }
    SentimentLabel label = LABELS.get(best);
    return new Sentiment(label, shares[0], shares[1], shares[2], grade(label, base));
  }

  /** The grade nearest to the software's that goes with the label. */
  private static int grade(SentimentLabel label, Sentiment base) {
    if (label == base.label()) {
      return base.scale5();
    }
    return switch (label) {
      case POSITIVE -> Math.min(2, base.scale5());
      case NEUTRAL -> 3;
      case NEGATIVE -> Math.max(4, base.scale5());
    };
  }

  double[] themes(double[] base, float[] toBackground, float[] toTaught) {
    double[] likely = base.clone();
    themes.forEach(
        (label, weights) -> {
          double by = weights.near(toBackground, toTaught);
          if (Math.abs(by) >= AUDIBLE) {
            likely[label] = Odds.probability(Odds.of(likely[label]) + by);
          }
        });
    return likely;
  }

  /**
   * Whoever taught that something isn't urgent can be wrong about the next post; so what is held
   * for critical is lowered by one level at most, and a person still looks at it.
   */
  Urgency urgency(Urgency base, float[] toBackground, float[] toTaught) {
    if (haste == null) {
      return base;
    }
    int before = LEVELS.indexOf(base.level());
    long after = Math.round(before + haste.near(toBackground, toTaught));
    int lowest = base.level() == Level.CRITICAL ? LEVELS.indexOf(Level.HIGH) : 0;
    Level level = LEVELS.get(Math.clamp(after, lowest, LEVELS.size() - 1));
    return level == base.level()
        ? base
        : new Urgency(level, level == Level.NONE ? List.of() : base.kinds());
  }
}
