package org.bedside.alerts;

/** Which alerts reach a person by e-mail. A crisis handed to them does with all but the last. */
public enum MailChoice {
  /** Crises that are handed to them while they are on call; before anybody chose anything. */
  ON_CALL,
  /** Every crisis, at once. */
  CRISES,
  /** Every alert, at once; those that open within a minute together. */
  ALL,
  /** A summary each morning. */
  DAILY,
  /** A summary on Monday mornings. */
  WEEKLY,
  /** Nothing, not even what is handed to them. */
  NONE
}
