package org.bedside.listening;

import java.time.Instant;
import java.util.UUID;

/** A watch of the organization. */
public record StoredWatch(
    UUID id, String name, String query, boolean active, Instant createdAt, Instant changedAt) {}
