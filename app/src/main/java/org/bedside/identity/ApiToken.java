package org.bedside.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts for the current organization.
 *
 * @param madeBy name of who made it
 * @param lastUsedAt null where it was never used
 */
public record ApiToken(
    UUID id,
    String name,
    Set<Permission> permissions,
    String madeBy,
    Instant madeAt,
    @Nullable Instant lastUsedAt) {

  public ApiToken {
    permissions = Set.copyOf(permissions);
  }
}
