package org.bedside.channels;

import java.net.URI;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account that one publishes through, as people see it.
 *
 * @param name as its people call it
 * @param handle as the network calls it; empty until it was asked
 * @param server where the network is asked; null for its own well-known address
 * @param most what the network said of the length of a text; null where it said nothing
 * @param paused whether nothing new goes out through it
 * @param checkedAt when it last worked or was asked whether it does
 * @param error message key of what went wrong then, with {@code detail} as its value
 * @param quietUntil until when the network asked to be left alone
 * @param keysAt when its keys were given or last renewed; null where that is not known
 */
public record Channel(
    UUID id,
    Network network,
    String name,
    String handle,
    @Nullable URI server,
    @Nullable Integer most,
    boolean paused,
    @Nullable Instant checkedAt,
    @Nullable String error,
    @Nullable String detail,
    @Nullable Instant quietUntil,
    @Nullable Instant keysAt) {

  private static final Set<String> KEYS_ARE_OVER =
      Set.of("channels.error.sign-in", "channels.error.unreadable-keys");

  /** Whether nothing goes out through it before it has new keys. */
  public boolean needsKeys() {
    return error != null && KEYS_ARE_OVER.contains(error);
  }

  /** What may be sent through it. */
  public NetworkRules rules() {
    NetworkRules rules = NetworkRules.of(network);
    return most == null ? rules : rules.withMost(most);
  }
}
