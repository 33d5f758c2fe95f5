package org.bedside.listening.connector;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way of listening: a feed, a network, a review site. It fetches and reads; it stores nothing, so
 * that what it brings and its cursor are stored in one transaction by whoever calls it. It is
 * either {@link Polling} or {@link Streaming}. Thread-safe; never throws for what the other side
 * sends.
 */
public interface Connector {

  /** Stable name, kept with each source. */
  String type();

  /** Whether this way is tried for an address that somebody entered. */
  boolean accepts(URI address);

  /** Where this network is, where people need not say; tests and private servers say otherwise. */
  default Optional<URI> home() {
    return Optional.empty();
  }

  /** What a person enters beside the address, in the order of the form. */
  default List<Need> needs() {
    return List.of();
  }

  /** How access is granted on the network's own page; empty where what is entered is enough. */
  default Optional<Grant> grant() {
    return Optional.empty();
  }

  /** The same for a source at this address, where that makes a difference. */
  default Optional<Grant> grant(URI address) {
    return grant();
  }

  /**
   * Makes of what was granted what the source at this address is asked with, such as the token of
   * one page of several; called once after each grant.
   *
   * @param access holds what was entered for the source beside the tokens
   */
  default Granted granted(URI address, Credential access) {
    return new Granted.Usable(access);
  }

  /** Finds out what could be listened to at an address, with a preview of each. */
  Look look(URI address, @Nullable Credential credential);
}
