package org.bedside.identity;

/** Accepts invitations without a browser. */
public interface Acceptance {

  /**
   * Accepts an invitation; somebody new gets the name and password given, somebody who has a
   * password here already must give that one.
   *
   * @param token {@link Invitations.Issued#token}
   * @return false where it can't be accepted any more, or the password is not theirs
   */
  boolean accept(String token, String name, String password);
}
