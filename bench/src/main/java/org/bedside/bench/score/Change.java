package org.bedside.bench.score;

import java.util.List;
import java.util.Locale;
import org.bedside.bench.score.Bootstrap.Interval;
import org.bedside.bench.score.ScoreRow.Figure;
import org.jspecify.annotations.Nullable;

/**
 * How far a figure is from the one recorded last.
 *
 * <p>Where the answers to the same texts were kept, both are measured on the same draws of texts,
 * and the noise is the 95% interval of the difference. On other texts, or without answers, it is
 * that of two figures that know nothing of each other, by the halves of their intervals.
 *
 * @param by how much better than recorded, below 0 where worse, also for figures of which fewer is
 *     better
 * @param low lower end of the 95% interval of that
 * @param high upper end
 */
record Change(Basis basis, double by, double low, double high) {

  /** On what two figures are compared. */
  enum Basis {
    NEW,
    SAME_ANSWERS,
    SAME_TEXTS,
    INTERVALS
  }

  private static final double NOTHING = 1e-9;

  /** Compares; the past is null where none is recorded. */
  static Change of(Figure now, @Nullable Past past) {
    if (past == null) {
      return new Change(Basis.NEW, 0, 0, 0);
    }
    double sign = now.isFewerBetter() ? -1 : 1;
    Answered answered = now.answered();
    List<String> before = past.answers();
    if (answered == null
        || before == null
        || before.size() != answered.size()
        || !past.fingerprint().equals(answered.fingerprint())) {
      double half = Math.hypot(half(now.low(), now.high()), half(past.low(), past.high()));
      double by = sign * (now.value() - past.value());
      return new Change(Basis.INTERVALS, by, by - half, by + half);
    }
    if (before.equals(answered.answers())) {
      return new Change(Basis.SAME_ANSWERS, 0, 0, 0);
    }
    var figure = answered.figure();
    var earlier = answered.figure(before);
    int[] all = answered.all();
    double by = sign * (figure.applyAsDouble(all) - earlier.applyAsDouble(all));
    Interval apart = Bootstrap.apart(figure, earlier, all);
    return sign > 0
        ? new Change(Basis.SAME_TEXTS, by, apart.low(), apart.high())
        : new Change(Basis.SAME_TEXTS, by, -apart.high(), -apart.low());
  }

  private static double half(double low, double high) {
    return (high - low) / 2;
  }

  /** Whether it is worse by more than its noise. */
  boolean isFall() {
    return high < -NOTHING;
  }

  /** Whether it is better by more than its noise. */
  boolean isRise() {
    return low > NOTHING;
  }

  /** In words. */
  String words() {
    String much = String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", by, low, high);
    return switch (basis) {
      case NEW -> "not recorded yet";
      case SAME_ANSWERS -> "the same answers";
      case SAME_TEXTS -> verdict() + much;
      case INTERVALS -> verdict() + much + ", by the intervals alone";
    };
  }

  private String verdict() {
    return isFall() ? "**worse** " : isRise() ? "better " : "within its noise ";
  }
}
