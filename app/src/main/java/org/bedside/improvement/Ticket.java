package org.bedside.improvement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that shall change.
 *
 * @param topic what is said of which; without a location about all places, without a clinician
 *     about nobody alone
 * @param outcome how it ended; null while it is not closed
 * @param closedAt null while it is not closed
 * @param version raised by each change; a change made on an older one is refused
 */
public record Ticket(
    long id,
    Topic topic,
    Plan plan,
    State state,
    @Nullable String outcome,
    Instant openedAt,
    String openedBy,
    @Nullable Instant closedAt,
    Instant changedAt,
    int version) {

  /** How far it is. */
  public enum State {
    OPEN,
    UNDER_WAY,
    CLOSED
  }

  public boolean isClosed() {
    return state == State.CLOSED;
  }

  /** Whether its last day is over and it is not closed. */
  public boolean isOverdue(LocalDate today) {
    return !isClosed() && plan.due().isBefore(today);
  }
}
