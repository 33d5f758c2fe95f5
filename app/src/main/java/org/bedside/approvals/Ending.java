package org.bedside.approvals;

import java.time.Instant;

/**
 * The end of a request.
 *
 * @param name who ended it; empty where the software did
 */
public record Ending(Outcome outcome, Why why, String name, Instant at) {

  /** What led to it. */
  public enum Why {
    DECIDED,
    TOO_LATE,
    TAKEN_BACK,
    TEXT_CHANGED,
    /** Asked anew, since other people must agree now. */
    ASKED_ANEW
  }
}
