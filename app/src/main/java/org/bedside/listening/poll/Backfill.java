package org.bedside.listening.poll;

/** Holds new and changed watches against posts that were there before them. */
public interface Backfill {

  /** Makes the watch due, in the caller's transaction; posts of the last 30 days are looked at. */
  void begin(java.util.UUID watch);

  /** Does one batch of whatever is due; answers whether there was any. */
  boolean next();
}
