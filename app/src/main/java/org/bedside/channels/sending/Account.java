package org.bedside.channels.sending;

import java.net.URI;
import java.util.UUID;
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
    @Nullable Keys keys) {}
