package org.bedside.improvement;

import java.util.List;

/**
 * A ticket with its history.
 *
 * @param events oldest first
 */
public record TicketFile(Ticket ticket, List<TicketEvent> events) {

  public TicketFile {
    events = List.copyOf(events);
  }
}
