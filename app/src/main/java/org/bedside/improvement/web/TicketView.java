package org.bedside.improvement.web;

import java.time.Instant;
import java.util.List;
import org.bedside.improvement.Effect;
import org.bedside.improvement.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a reader sees it.
 *
 * @param clinician empty where it is about nobody alone
 * @param due the day in words
 * @param effect null while it is not closed
 * @param history what happened, the latest first
 */
public record TicketView(
    Ticket ticket,
    String theme,
    String place,
    String clinician,
    String due,
    boolean overdue,
    @Nullable Effect effect,
    List<Happened> history) {

  public TicketView {
    history = List.copyOf(history);
  }

  /** The address of one of the ticket's own resources. */
  public String at(String resource) {
    return "/improve/tickets/" + ticket.id() + "/" + resource;
  }

  /**
   * One line of the history.
   *
   * @param words what happened, to stand behind the name of who did it
   * @param text what was written then; empty where nothing was
   */
  public record Happened(String by, String words, String text, Instant at) {}
}
