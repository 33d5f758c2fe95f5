package org.bedside.channels;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/**
 * What goes out from the current organization: each order once, and shown as it is. Everything
 * joins the caller's transaction where there is one. Thread-safe.
 */
public interface Deliveries {

  /**
   * Keeps the order in the caller's transaction; it is sent after that has committed, and not at
   * all where it rolls back.
   *
   * @return the delivery; of an order whose key is known the one that is there, as it is
   * @throws OrderRefusedException where the channel is gone, the text breaks its rules, or the
   *     network shows one reply to a post and another one stands or is to stand there
   */
  UUID queue(Order order, SignedIn by);

  Optional<Delivery> find(UUID id);

  /** That of the order with this key. */
  Optional<Delivery> ofKey(UUID key);

  /** Those in one of these states, the one that changed last first. */
  List<Delivery> list(Set<Delivery.State> states, int most);

  /** How many are in each state; none where a state is missing. */
  Map<Delivery.State, Long> counts();

  /** How many wait for a person to look whether they are there. */
  long asking();

  /**
   * Keeps it back, as long as it has not begun to leave.
   *
   * @return whether it is kept back; else it is too late
   */
  boolean hold(UUID id, SignedIn by);

  /** Takes that back; whether there was anything to take back. */
  boolean release(UUID id, SignedIn by);

  /**
   * Stops it, as long as it has not begun to leave, or gives up one that was refused.
   *
   * @return whether it will never leave; else it is too late
   */
  boolean cancel(UUID id, SignedIn by);

  /**
   * Puts other words in the place of those that are there.
   *
   * @return false where it is not there, or its network knows no changing
   * @throws OrderRefusedException where the text breaks the rules of the channel
   */
  boolean edit(UUID id, String text, SignedIn by);

  /**
   * Takes it down.
   *
   * @return false where it is not there
   */
  boolean delete(UUID id, SignedIn by);

  /**
   * A person looked, and it is there.
   *
   * @return false where that is not in question any more
   */
  boolean isThere(UUID id, URI address, SignedIn by);

  /**
   * A person looked, and it is not there: it is sent again.
   *
   * @return false where that is not in question any more, or the software still looks by itself
   */
  boolean isNotThere(UUID id, SignedIn by);

  /**
   * Sends once more what was refused, after whatever stood in its way is mended.
   *
   * @return false where it was not refused
   */
  boolean sendAgain(UUID id, SignedIn by);
}
