package org.bedside.handover;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a conversation stands, and nothing of what is in it.
 *
 * @param since when it came there
 */
public record Standing(UUID id, HandoverState state, Instant since) {}
