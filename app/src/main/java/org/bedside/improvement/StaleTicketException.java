package org.bedside.improvement;

/** Somebody else changed the ticket in the meantime; nothing was changed now. */
public final class StaleTicketException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleTicketException() {
    super(
        "Somebody else changed this ticket in the meantime. Look at it again; nothing was"
            + " changed.");
  }
}
