package org.bedside.channels.sending;

import java.time.Instant;
import java.util.UUID;

/** Remembers pictures that a network has taken before the reply that they go with. */
@FunctionalInterface
public interface Uploads {

  /**
   * Keeps what the network calls it, in the caller's transaction, so that a repeat of the reply
   * names the same one.
   */
  void uploaded(UUID picture, String networkId, Instant now);
}
