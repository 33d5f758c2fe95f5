package org.bedside.rounds;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Work that a round does now and then only. For the one thread of a round. */
public final class Seldom {

  private final Duration pause;
  private @Nullable Instant last;

  /**
   * @param pause at least so long lies between two times
   */
  public Seldom(Duration pause) {
    this.pause = pause;
  }

  /**
   * Whether it is time; then it counts as done. A clock that was set back keeps nothing waiting.
   */
  public boolean isTime(Instant now) {
    Instant before = last;
    boolean time = before == null || now.isAfter(before.plus(pause)) || now.isBefore(before);
    if (time) {
      last = now;
    }
    return time;
  }
}
