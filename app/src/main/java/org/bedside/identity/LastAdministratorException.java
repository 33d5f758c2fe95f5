package org.bedside.identity;

/** Somebody must be able to administer the organization. */
public final class LastAdministratorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LastAdministratorException() {
    super("This is the last administrator. Make somebody else an administrator first.");
  }
}
