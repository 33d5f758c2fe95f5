package org.bedside.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Somebody who works for the current organization. */
public record Member(UUID id, String name, String email, Set<Role> roles, Instant joinedAt) {}
