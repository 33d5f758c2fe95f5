package org.bedside.outbound;

import java.time.Duration;

/**
 * An answer without an end, taken piece by piece as it comes. What isn't taken isn't read from the
 * network beyond a few megabytes, so a slow reader slows the sender and loses nothing. One thread
 * reads; any thread may close.
 */
public interface Wire extends AutoCloseable {

  /** The next piece, or {@link Signal.Quiet} where none came in time. */
  Signal next(Duration patience) throws InterruptedException;

  @Override
  void close();
}
