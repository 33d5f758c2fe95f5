package org.bedside.listening.websub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a hub is asked again. */
final class Patience {

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final Duration TO_CONFIRM = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int MOST_GOODBYES = 5;

  private Patience() {}

  /**
   * After a failure: where there are other hubs, the next one is asked at once; after a round
   * through all of them there is a wait, the longer the more rounds.
   *
   * @param due as it was before this failure
   * @param asked what the hub asks for
   * @return null to give up
   */
  static @Nullable Duration afterFailure(Subscriptions.Due due, @Nullable Duration asked) {
    int failures = due.failures() + 1;
    if (due.ending()) {
      return failures >= MOST_GOODBYES ? null : longer(doubled(FIRST, failures - 1), asked);
    }
    int hubs = due.pushing() ? 1 : Math.max(1, due.hubs().size());
    return failures % hubs != 0
        ? Duration.ZERO
        : longer(doubled(FIRST, failures / hubs - 1), asked);
  }

  /** After the hub accepted, and before it is asked again if it doesn't confirm. */
  static @Nullable Duration toConfirm(Subscriptions.Due due) {
    int failures = due.failures() + 1;
    return due.ending() && failures >= MOST_GOODBYES
        ? null
        : doubled(TO_CONFIRM, due.failures() / Math.max(1, due.hubs().size()));
  }

  private static Duration doubled(Duration first, int times) {
    Duration wait = first.multipliedBy(1L << Math.min(times, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Duration longer(Duration own, @Nullable Duration asked) {
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }
}
