package org.bedside.channels.connecting;

import java.util.List;

/**
 * Somebody on the way: at the network's page, or in front of the accounts that were granted.
 *
 * @param verifier of RFC 7636, which leaves only with the code
 * @param redirect where the network leads back to
 * @param places what was granted and is to be chosen from; empty before
 */
public record Attempt(
    Wish wish, Client client, String verifier, String redirect, List<Place> places) {

  public Attempt {
    places = List.copyOf(places);
  }

  /**
   * One account that was granted with others.
   *
   * @param id as in {@link org.bedside.channels.Key#PLACE}
   * @param name as the network shows it, untrusted
   */
  public record Place(String id, String name, String token) {
    @Override
    public String toString() {
      return "Place[" + id + "]";
    }
  }

  @Override
  public String toString() {
    return "Attempt[" + wish.network() + "]";
  }
}
