package org.bedside.channels.connecting;

import java.net.URI;
import java.util.UUID;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * What is to be connected.
 *
 * @param channel that gets new keys; null where an account is to be added
 * @param server null for the network's own well-known address
 * @param place which part of the account, as in {@link org.bedside.channels.Key#PLACE}; empty where
 *     that is chosen later, or there is none
 */
public record Wish(
    Network network, @Nullable UUID channel, String name, @Nullable URI server, String place) {

  public Wish {
    server = server == null ? null : URI.create(server.toString().replaceFirst("/+$", ""));
  }

  Wish at(String other) {
    return new Wish(network, channel, name, server, other);
  }
}
