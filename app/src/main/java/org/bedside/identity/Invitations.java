package org.bedside.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Asks people by a link to work for the current organization. */
public interface Invitations {

  /** Those that can still be accepted, latest first. */
  List<Invitation> open();

  /**
   * Makes an invitation that is good for seven days.
   *
   * @param roles at least one
   * @throws AlreadyMemberException where somebody of that e-mail works here already
   */
  Issued invite(String email, Set<Role> roles, SignedIn by);

  /** Takes an invitation back; its link opens nothing any more. */
  void revoke(UUID id, SignedIn by);

  /**
   * @param token the secret of the link; known only now, only its hash is kept
   */
  record Issued(Invitation invitation, String token) {

    @Override
    public String toString() {
      return "Issued[" + invitation + ", token hidden]";
    }
  }
}
