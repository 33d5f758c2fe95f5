package org.bedside.approvals;

/** How a request ended. */
public enum Outcome {
  APPROVED,
  REFUSED,
  /** Not all agreed in time. */
  EXPIRED,
  /** Somebody took it back, or the text is no longer the one that was shown. */
  WITHDRAWN
}
