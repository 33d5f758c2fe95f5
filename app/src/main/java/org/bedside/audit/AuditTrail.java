package org.bedside.audit;

import java.util.List;

/** The record of the current organization; call inside a transaction. */
public interface AuditTrail {

  /** The latest entries below {@code beforeNumber}, newest first. */
  List<AuditEntry> latest(long beforeNumber, int limit);

  /** The entries about one subject, oldest first. */
  List<AuditEntry> about(String subject);

  /** The number of the first entry whose chain is broken, or 0 where the record is whole. */
  long firstBroken();
}
