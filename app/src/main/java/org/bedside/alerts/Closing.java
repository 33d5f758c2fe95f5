package org.bedside.alerts;

/** How an alert ended. */
public enum Closing {
  /** Somebody closed it. */
  PERSON,
  /** The post was edited, read again or corrected, and no longer says what raised it. */
  NO_LONGER,
  /** The post is gone from its source, and all that the alert said of it with it. */
  WITHDRAWN
}
