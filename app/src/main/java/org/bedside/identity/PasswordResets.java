package org.bedside.identity;

import java.time.Instant;
import java.util.UUID;

/** Lets people of the current organization back in who forgot their password. */
public interface PasswordResets {

  /**
   * Makes a link that is good for one day and for one new password. Earlier links of the same
   * person open nothing any more.
   *
   * @throws WorksElsewhereException where the person also works for another organization, whose
   *     data the new password would open too
   * @throws IllegalArgumentException where nobody of that membership works here now
   */
  Issued issue(UUID member, SignedIn by);

  /**
   * @param token the secret of the link; known only now, only its hash is kept
   */
  record Issued(String token, Instant expiresAt) {

    @Override
    public String toString() {
      return "Issued[" + expiresAt + ", token hidden]";
    }
  }
}
