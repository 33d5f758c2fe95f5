package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a channel may be told now, so that no storm reaches it: what comes within a minute goes
 * out together, and no more than so many messages an hour. A crisis never waits for the hour; once
 * the hour is used up, crises are gathered for five minutes instead of one. Pure.
 */
enum Throttle {
  /** Everything that waits goes out. */
  EVERYTHING,
  /** A crisis goes out; the rest waits. */
  CRISES,
  /** All waits, to go out together. */
  NOTHING;

  static final Duration GATHERED = Duration.ofMinutes(1);
  static final Duration GATHERED_IN_A_STORM = Duration.ofMinutes(5);

  /**
   * @param quiet whether only a crisis goes out
   * @param most messages an hour
   */
  static Throttle of(Outbox.Backlog backlog, boolean quiet, int most, Instant now) {
    boolean storm = backlog.inAnHour() >= most;
    Duration pause = storm ? GATHERED_IN_A_STORM : GATHERED;
    if (backlog.lastAt() != null && now.isBefore(backlog.lastAt().plus(pause))) {
      return NOTHING;
    }
    return quiet || storm ? CRISES : EVERYTHING;
  }
}
