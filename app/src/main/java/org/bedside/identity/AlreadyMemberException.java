package org.bedside.identity;

/** Whoever is invited works here already. */
public final class AlreadyMemberException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlreadyMemberException() {
    super("Somebody with this e-mail works here already.");
  }
}
