package org.bedside.identity;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The keys of programs that act for the current organization. */
public interface ApiTokens {

  /** Those that are not revoked, latest first. */
  List<ApiToken> current();

  /**
   * Makes a token.
   *
   * @param permissions at least one, each held by {@code by}
   * @return the token itself, known only now; only its hash is kept
   * @throws IllegalArgumentException where a permission is not the maker's to give
   */
  String make(String name, Set<Permission> permissions, SignedIn by);

  /** Ends a token at once. */
  void revoke(UUID id, SignedIn by);
}
