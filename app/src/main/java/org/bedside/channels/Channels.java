package org.bedside.channels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** The accounts that the current organization publishes through. Thread-safe. */
public interface Channels {

  /** All of them, by name. */
  List<Channel> all();

  /** One of them, as long as it is not removed. */
  Optional<Channel> find(UUID id);

  /** Keeps an account, its keys sealed; nobody is asked yet whether they work. */
  UUID add(NewChannel channel, SignedIn by);

  /**
   * Forgets its keys. What waits for it is cancelled; what nobody knows about is left to a person.
   *
   * @return whether there was one
   */
  boolean remove(UUID id, SignedIn by);

  /**
   * Lets nothing new out through it, or lets it again.
   *
   * @return whether that changed anything
   */
  boolean pause(UUID id, boolean paused, SignedIn by);

  /**
   * Asks the network whether the keys work and whose account they open, and notes the answer. Takes
   * as long as the network does, so call it outside of a transaction.
   */
  Checked check(UUID id, SignedIn by);

  /**
   * Gives it these keys where the network says that they open the same account; otherwise it keeps
   * those that it has. What waits for it stays and goes out. Takes as long as the network does.
   */
  Checked changeKeys(UUID id, Map<Key, String> keys, SignedIn by);

  /** What came of asking. */
  sealed interface Checked {
    record Works(String handle) implements Checked {}

    /**
     * @param error message key, with {@code detail} as its value
     */
    record Fails(String error, String detail) implements Checked {}
  }
}
