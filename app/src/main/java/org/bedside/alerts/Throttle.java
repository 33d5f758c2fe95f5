package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a channel may be told now, so that no storm reaches it: what comes within a minute goes
 * out together, and no more than so many messages an hour. A crisis never waits for either: crises
 * are gathered for ten seconds, and once the hour is used up, for a minute. Pure.
 */
enum Throttle {
  /** Everything that waits goes out. */
  EVERYTHING,
  /** A crisis goes out; the rest waits. */
  CRISES,
  /** All waits, to go out together. */
  NOTHING;

  private static final Duration GATHERED = Duration.ofMinutes(1);
  private static final Duration CRISES_GATHERED = Duration.ofSeconds(10);

  /**
   * @param quiet whether only a crisis goes out
   * @param most messages an hour
   */
  static Throttle of(Outbox.Backlog backlog, boolean quiet, int most, Instant now) {
    boolean storm = backlog.inAnHour() >= most;
    Instant last = backlog.lastAt();
    if (last != null && now.isBefore(last.plus(storm ? GATHERED : CRISES_GATHERED))) {
      return NOTHING;
    }
    boolean soon = last != null && now.isBefore(last.plus(GATHERED));
    return quiet || storm || soon ? CRISES : EVERYTHING;
  }
}
