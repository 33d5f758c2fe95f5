package org.bedside.identity;

/** The first visit has already taken place. */
public final class AlreadyFoundedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AlreadyFoundedException() {
    super("This installation is already set up. Sign in, or ask an administrator to invite you.");
  }
}
