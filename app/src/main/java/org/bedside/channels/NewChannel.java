package org.bedside.channels;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account to be added.
 *
 * @param server null for the network's own well-known address
 * @param keys what opens it, by the names of {@link Key}; kept sealed
 */
public record NewChannel(
    Network network, String name, @Nullable URI server, Map<Key, String> keys) {

  public NewChannel {
    keys = Map.copyOf(keys);
  }

  @Override
  public String toString() {
    return "NewChannel[" + network + "]";
  }
}
