package org.bedside.alerts;

import java.time.Instant;

/** The clock of a crisis in the current organization. */
public interface Escalations {

  /**
   * Hands every crisis that waits longer than it may to the next person on call, each step once.
   *
   * @return how many were handed on
   */
  int handOn(Instant now);
}
