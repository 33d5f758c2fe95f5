package org.bedside.inbox;

/** How a case ended. */
public enum Outcome {
  ANSWERED_ONLINE,
  ANSWERED_OFFLINE,
  NO_FOLLOW_UP
}
