package org.bedside.inbox;

/** Another thing of that kind has the name; nothing was changed. */
public final class NameInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NameInUseException(Throwable cause) {
    super("That name is in use", cause);
  }
}
