package org.bedside.channels.connecting;

import java.util.UUID;

/**
 * What an attempt is fetched with: all three must be those that it was kept with.
 *
 * @param word the {@code state} of RFC 6749
 * @param session a secret of the person's session
 */
public record Ticket(String word, String session, UUID person) {
  @Override
  public String toString() {
    return "Ticket[]";
  }
}
