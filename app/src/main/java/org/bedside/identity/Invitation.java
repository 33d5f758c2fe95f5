package org.bedside.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody was asked to work for the current organization and has not answered yet. */
public record Invitation(
    UUID id, String email, Set<Role> roles, Instant invitedAt, Instant expiresAt) {

  public Invitation {
    roles = Set.copyOf(roles);
  }
}
