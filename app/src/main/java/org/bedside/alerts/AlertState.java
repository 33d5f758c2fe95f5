package org.bedside.alerts;

/** How far an alert has come. */
public enum AlertState {
  OPEN,
  /** Somebody has it; it reaches nobody else any more. */
  ACKNOWLEDGED,
  CLOSED
}
