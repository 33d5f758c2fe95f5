package org.bedside.approvals;

/** What became of a decision. */
public enum Response {
  /** It counts. */
  COUNTED,
  /** Somebody else decided since the page was drawn; nothing was recorded. */
  OVERTAKEN,
  /** It came after the deadline; nothing was recorded, and the request has expired. */
  LATE,
  /** The request had ended before; nothing was recorded. */
  OVER,
  /** It isn't this person's turn, or not any more; nothing was recorded. */
  NOT_YOUR_TURN,
  /** There is no such request. */
  UNKNOWN
}
