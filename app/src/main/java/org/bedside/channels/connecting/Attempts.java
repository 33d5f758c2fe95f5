package org.bedside.channels.connecting;

import java.time.Instant;
import java.util.Optional;

/**
 * Attempts of the current organization, each known by a word that only its person's browser and the
 * network hold. Thread-safe.
 */
public interface Attempts {

  /** Keeps it, sealed, and forgets those that are over. */
  void keep(Attempt attempt, Ticket ticket, Instant now, Instant until);

  /** Looks at it, and leaves it there. */
  Optional<Attempt> look(Ticket ticket, Instant now);

  /** Takes it away: of all who bring this word, one gets it. */
  Optional<Attempt> take(Ticket ticket, Instant now);
}
