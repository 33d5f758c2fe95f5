package org.bedside.listening.connector;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A way of listening: a feed, a network, a review site. It fetches and reads; it stores nothing, so
 * that what it brings and its {@link Heard.Posts#cursor} are stored in one transaction by the
 * poller. Thread-safe; never throws for what the other side sends.
 */
public interface Connector {

  /** Stable name, kept with each source. */
  String type();

  /** Whether this way is tried for an address that somebody entered. */
  boolean accepts(URI address);

  /** Finds out what could be listened to at an address, with a preview of each. */
  Look look(URI address, @Nullable Login login);

  /** Fetches what is new since the target's cursor. */
  Heard listen(Target target);
}
