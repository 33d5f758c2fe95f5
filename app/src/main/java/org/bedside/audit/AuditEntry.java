package org.bedside.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** One line of the record. */
public record AuditEntry(
    long number,
    Instant at,
    String actor,
    String actorName,
    String action,
    String subject,
    SortedMap<String, String> detail) {

  public AuditEntry {
    detail = Collections.unmodifiableSortedMap(new TreeMap<>(detail));
  }
}
