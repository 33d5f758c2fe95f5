package org.bedside.improvement;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/** Where the current organization wants to be told of its tickets. */
public interface Hooks {

  /** The address; empty where nobody wants to be told. */
  Optional<Hook> find();

  /**
   * Sets the address, with a secret of its own. What waited for an address before goes with it.
   *
   * @return the secret, which is never shown again
   */
  String set(URI address, SignedIn by);

  /** Tells nobody any more; what waits is not sent. */
  void remove(SignedIn by);

  /** An address that is told. */
  record Hook(UUID id, URI address, Instant since) {}
}
