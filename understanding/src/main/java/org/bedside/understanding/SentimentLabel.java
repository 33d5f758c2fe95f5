package org.bedside.understanding;

/** The three-way sentiment of a post or of one theme in it. */
public enum SentimentLabel {
  NEGATIVE,
  NEUTRAL,
  POSITIVE
}
