package org.bedside.listening.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How often a source is asked: oftener when it brings something, less often when it doesn't. */
public final class Rhythm {

  public static final Duration FIRST = Duration.ofMinutes(30);
  public static final Duration SHORTEST = Duration.ofMinutes(5);
  public static final Duration LONGEST = Duration.ofHours(3);
  private static final Duration LONGEST_AFTER_FAILURE = Duration.ofHours(12);

  private Rhythm() {}

  /** The next interval after an answer. */
  public static Duration after(Duration every, boolean brought) {
    return within(
        brought ? every.multipliedBy(2).dividedBy(3) : every.multipliedBy(5).dividedBy(4));
  }

  /**
   * How long to stay away after a failure.
   *
   * @param failures in a row, this one included
   * @param asked what the other side asks for; never less than that
   */
  public static Duration afterFailure(Duration every, int failures, @Nullable Duration asked) {
    Duration wait = within(every).multipliedBy(1L << Math.min(failures - 1, 6));
    Duration own = wait.compareTo(LONGEST_AFTER_FAILURE) > 0 ? LONGEST_AFTER_FAILURE : wait;
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }

  private static Duration within(Duration length) {
    if (length.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }
}
