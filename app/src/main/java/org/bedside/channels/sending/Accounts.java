package org.bedside.channels.sending;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The keys of the current organization's channels; call inside a transaction. */
public interface Accounts {

  Optional<Account> find(UUID channel);

  /** Keeps keys that were renewed: those before may be worthless by now. */
  void keep(UUID channel, Keys keys, Instant now);

  /** What a check said; what waits for the account is due again. */
  void works(UUID channel, Who.Known who, Instant now);
}
