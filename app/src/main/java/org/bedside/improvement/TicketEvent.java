package org.bedside.improvement;

import java.time.Instant;

/**
 * Something that happened to a ticket.
 *
 * @param was the value before; empty where there was none
 * @param now the value after; empty where there is none
 */
public record TicketEvent(Kind kind, String was, String now, String by, Instant at) {

  public enum Kind {
    OPENED,
    RETITLED,
    REWORDED,
    HANDED_OVER,
    POSTPONED,
    UNDER_WAY,
    PUT_BACK,
    CLOSED,
    REOPENED
  }
}
