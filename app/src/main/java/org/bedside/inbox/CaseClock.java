package org.bedside.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a case is to be answered, and whether it was.
 *
 * @param from when the clock began
 * @param due null where there is no target, and while it waits for its writer
 * @param answeredAt when it was first answered
 * @param late whether that was too late; null where it had no target or wasn't answered
 * @param waitingSince when it was answered last, as long as the writer hasn't come back
 */
public record CaseClock(
    Instant from,
    @Nullable Instant due,
    @Nullable Instant answeredAt,
    @Nullable Boolean late,
    @Nullable Instant waitingSince) {

  /** Whether the answer is overdue. */
  public boolean isLate(Instant now) {
    return due != null && due.isBefore(now);
  }
}
