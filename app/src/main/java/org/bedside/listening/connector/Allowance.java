package org.bedside.listening.connector;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/**
 * How much a network still lets us ask, as the headers of its answer say.
 *
 * @param left requests until then; null where it doesn't say
 * @param reset how long until it counts anew, up to a day; null where it doesn't say
 */
public record Allowance(@Nullable Long left, @Nullable Duration reset) {

  private static final Duration LONGEST = Duration.ofDays(1);

  /** From here on a figure is a moment, not a length. */
  private static final double MOMENT = 1e9;

  /**
   * Reads the headers {@code <prefix>remaining} and {@code <prefix>reset}, the latter as seconds
   * left, as seconds since 1970 or as ISO 8601: networks differ.
   */
  public static Allowance read(ResponseHeaders headers, String prefix, Clock clock) {
    Double left = figure(headers.first(prefix + "remaining"));
    return new Allowance(
        left == null ? null : (Long) (long) Math.floor(left),
        until(headers.first(prefix + "reset"), clock.instant()));
  }

  /** How long to stay away when no more than {@code spare} requests are left; else zero. */
  public Duration pause(long spare) {
    Long known = left;
    Duration wait = reset;
    return known == null || known > spare || wait == null ? Duration.ZERO : wait;
  }

  /** The trouble with a wait no shorter than this allowance asks for after a refusal. */
  public Heard.Trouble in(Heard.Trouble trouble, int status) {
    Duration wait = reset;
    Duration asked = trouble.retryAfter();
    boolean longer = status == 429 && wait != null && (asked == null || wait.compareTo(asked) > 0);
    return longer
        ? new Heard.Trouble(trouble.code(), trouble.detail(), wait, trouble.renewed())
        : trouble;
  }

  private static @Nullable Duration until(@Nullable String written, Instant now) {
    if (written == null || written.length() > 64) {
      return null;
    }
    Double figure = figure(written);
    try {
      Duration wait =
          figure == null
              ? Duration.between(now, OffsetDateTime.parse(written.strip()))
              : figure < MOMENT
                  ? Duration.ofSeconds((long) Math.ceil(figure))
                  : Duration.between(now, Instant.ofEpochSecond((long) Math.ceil(figure)));
      if (wait.isNegative()) {
        return Duration.ZERO;
      }
      return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Double figure(@Nullable String written) {
    if (written == null
        || written.length() > 20
        || !written.strip().matches("[0-9]+(\\.[0-9]*)?")) {
      return null;
    }
    double figure = Double.parseDouble(written.strip());
    return figure < 1e12 ? figure : null;
  }
}
