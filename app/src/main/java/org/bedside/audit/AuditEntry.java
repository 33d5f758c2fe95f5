package org.bedside.audit;

import java.time.Instant;
import java.util.Map;

/** One line of the record. */
public record AuditEntry(
    long number,
    Instant at,
    String actor,
    String actorName,
    String action,
    String subject,
    Map<String, String> detail) {}
