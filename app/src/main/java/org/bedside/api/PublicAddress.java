package org.bedside.api;

import java.net.URI;
import java.util.Optional;

/** Where other servers on the internet reach this installation; thread-safe. */
@FunctionalInterface
public interface PublicAddress {

  /** Without a slash at the end; empty where nobody said, or nobody can reach it. */
  Optional<URI> find();
}
