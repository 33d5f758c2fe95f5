package org.bedside.channels.connecting;

import java.util.Optional;
import org.bedside.identity.SignedIn;

/** The clients of the current organization, kept sealed. Thread-safe. */
public interface Clients {

  /** Empty where none was entered, or it can't be unsealed any more. */
  Optional<Client> find(Grantor grantor);

  void keep(Grantor grantor, Client client, SignedIn by);
}
