package org.bedside.inbox;

/** Somebody else changed the case in the meantime; nothing was changed now. */
public final class StaleCaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StaleCaseException() {
    super(
        "Somebody else changed this case in the meantime. Look at it again; nothing was changed.");
  }
}
