package org.bedside.hooks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Addresses of others that the current organization tells something, for the modules that do. Each
 * module sees its own: {@code owner} is its name. Thread-safe.
 */
public interface Hooks {

  /** A new secret to sign with. It is for the caller to show once. */
  String newSecret();

  /**
   * Adds an address; it and the secret are kept sealed.
   *
   * @return its id
   */
  UUID add(String owner, URI address, String secret);

  /**
   * Takes an address away; what waits for it is not sent any more.
   *
   * @return whether there was one
   */
  boolean remove(String owner, UUID hook);

  /** All of a module. */
  List<Hook> of(String owner);

  Optional<Hook> find(String owner, UUID hook);

  /**
   * Keeps a message in the caller's transaction; it is sent after that has committed, and not at
   * all where it rolls back.
   *
   * @throws IllegalArgumentException where the organization has no such address
   */
  void put(UUID hook, HookMessage message);

  /** The last messages of a module, the latest first. */
  List<Delivery> latest(String owner, int most);

  /** Tries a message again that was given up; does nothing where it is none of these. */
  void again(String owner, UUID key);
}
