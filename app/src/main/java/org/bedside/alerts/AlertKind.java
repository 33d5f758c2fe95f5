package org.bedside.alerts;

/** What an alert is about; there is one of each kind at most for a post. */
public enum AlertKind {
  /** Somebody may come to harm, or has: interrupts at once, runs a clock. */
  CRISIS,
  /** One bad review that will be believed. */
  PERSUASIVE_REVIEW,
  /** Far more posts than usual. */
  VOLUME_SPIKE,
  /** A far greater share of negative posts than usual. */
  SENTIMENT_SPIKE
}
