package org.bedside.listening.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The units that the API may be asked for in a day, counted before they are spent. The day is that
 * of California (developers.google.com/youtube/v3/getting-started#quota).
 */
final class Quota {

  static final int LIST = 1;
  static final int SEARCH = 100;
  static final long USUAL = 10_000;

  private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

  /** Kept back for what is asked and then never stored: previews, tries that fail. */
  private static final int KEPT_BACK_PERCENT = 5;

  private final Clock clock;
  private final long budget;
  private final String day;
  private long spent;

  /**
   * @param day on which it was spent, as it was written; another day begins anew
   * @param whole units a day
   */
  Quota(Clock clock, @Nullable String day, @Nullable Long spent, long whole) {
    this.clock = clock;
    this.budget = whole - whole * KEPT_BACK_PERCENT / 100;
    this.day = LocalDate.now(clock.withZone(PACIFIC)).toString();
    this.spent = this.day.equals(day) && spent != null ? Math.max(0, spent) : 0;
  }

  /** Counts the units, unless they are more than are left. */
  boolean spend(int units) {
    if (spent + units > budget) {
      return false;
    }
    spent += units;
    return true;
  }

  String day() {
    return day;
  }

  long spent() {
    return spent;
  }

  /** Until it begins anew; a day has 23 to 25 hours. */
  Duration untilMidnight() {
    ZonedDateTime now = ZonedDateTime.now(clock.withZone(PACIFIC));
    return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(PACIFIC));
  }
}
