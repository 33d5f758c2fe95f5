package org.bedside.listening.connector;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a source is asked: oftener when it brings something, less often when it doesn't.
 * Properties {@code bedside.listening.rhythm.*}.
 *
 * @param shortest between two looks at a source that always brings something
 * @param longest between two looks at one that answers and brings nothing
 * @param lease how long a source that is being asked is kept from others: longer than asking can
 *     take, and as long as it rests after the process that asked was killed
 */
@ConfigurationProperties("bedside.listening.rhythm")
public record Rhythm(
    @DefaultValue("5m") Duration shortest,
    @DefaultValue("3h") Duration longest,
    @DefaultValue("3m") Duration lease) {

  /** Before anything is known of a source. */
  public static final Duration FIRST = Duration.ofMinutes(30);

  private static final Duration LONGEST_AFTER_FAILURE = Duration.ofHours(12);

  /** Intervals are kept in whole seconds. */
  public Rhythm {
    if (shortest.toSeconds() < 1 || longest.compareTo(shortest) < 0 || lease.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "bedside.listening.rhythm: shortest and lease are a second or more, and longest is no"
              + " shorter than shortest");
    }
  }

  /** The next interval after an answer. */
  public Duration after(Duration every, boolean brought) {
    return within(
        brought ? every.multipliedBy(2).dividedBy(3) : every.multipliedBy(5).dividedBy(4));
  }

  /** Between two looks at a source that a hub pushes, so that what the hub loses is found. */
  public Duration whilePushed() {
    return longest.multipliedBy(2);
  }

  /**
   * How long to stay away after a failure.
   *
   * @param failures in a row, this one included
   * @param asked what the other side asks for; never less than that
   */
  public Duration afterFailure(Duration every, int failures, @Nullable Duration asked) {
    Duration wait = within(every).multipliedBy(1L << Math.min(failures - 1, 6));
    Duration own = wait.compareTo(LONGEST_AFTER_FAILURE) > 0 ? LONGEST_AFTER_FAILURE : wait;
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }

  /**
   * How long to wait before connecting again to a stream that broke off.
   *
   * @param failures in a row, this one included
   * @param asked what the other side asks for; never less than that
   */
  public Duration afterBreak(int failures, @Nullable Duration asked) {
    Duration wait = Duration.ofSeconds(1L << Math.min(failures, 8));
    Duration own = wait.compareTo(shortest) > 0 ? shortest : wait;
    return asked != null && asked.compareTo(own) > 0 ? asked : own;
  }

  private Duration within(Duration length) {
    if (length.compareTo(shortest) < 0) {
      return shortest;
    }
    return length.compareTo(longest) > 0 ? longest : length;
  }
}
