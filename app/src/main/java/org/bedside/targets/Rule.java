package org.bedside.targets;

import java.time.Duration;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * By when what fits it is to be answered. A condition that is absent fits everything.
 *
 * @param urgency at least this; NONE fits everything
 * @param stars at most so many
 * @param network as in {@link Facts}
 * @param minutes in which to answer
 * @param roundTheClock whether nights, weekends and holidays count too
 */
public record Rule(
    Urgency.Level urgency,
    @Nullable PostKind kind,
    @Nullable Integer stars,
    @Nullable String network,
    int minutes,
    boolean roundTheClock) {

  /** A year. */
  public static final int MOST_MINUTES = 366 * 24 * 60;

  public Rule {
    minutes = Math.clamp(minutes, 1, MOST_MINUTES);
  }

  boolean fits(Facts facts) {
    return facts.urgency().compareTo(urgency) >= 0
        && (kind == null || facts.kind() == kind)
        && (stars == null || (facts.stars() != null && facts.stars() <= stars))
        && (network == null || network.equals(facts.network()));
  }

  public Duration within() {
    return Duration.ofMinutes(minutes);
  }
}
