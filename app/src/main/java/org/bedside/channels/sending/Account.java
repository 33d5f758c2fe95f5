package org.bedside.channels.sending;

import java.net.URI;
import java.util.UUID;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * A channel as whoever sends through it needs it.
 *
 * @param server null for the network's own well-known address
 * @param id the network's key of the account; empty until it was asked
 * @param keys null where they can't be unsealed any more
 */
public record Account(
    UUID channel,
    Network network,
    @Nullable URI server,
    String handle,
    String id,
    @Nullable Keys keys) {

  /** Which part of the network's account it is, or empty; networks with parts call them that. */
  String place() {
    if (!Key.of(network).contains(Key.PLACE)) {
      return "";
    }
    return keys == null ? id : keys.get(Key.PLACE);
  }
}
