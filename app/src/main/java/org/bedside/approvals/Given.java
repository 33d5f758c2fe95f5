package org.bedside.approvals;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that was taken.
 *
 * @param step 0 for the first
 * @param comment may be empty
 */
public record Given(
    int step, UUID member, String name, Decision decision, String comment, Instant at) {}
