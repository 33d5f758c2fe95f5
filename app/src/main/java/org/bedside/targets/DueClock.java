package org.bedside.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts the time in which somebody is there. Nights, closed weekdays and holidays don't count; an
 * hour that the clocks leave out doesn't either, and one that they repeat counts twice, for people
 * are there for both. Immutable.
 */
public final class DueClock {

  /** Whoever is not there for so long has no time by which to answer. */
  private static final int LONGEST_DAYS = 3 * 366;

  private final Hours hours;
  private final ZoneId zone;
  private final Map<LocalDate, Holiday> holidays = new HashMap<>();

  /**
   * @param zone in which the hours are meant
   */
  public DueClock(Hours hours, ZoneId zone) {
    this.hours = hours;
    this.zone = zone;
    hours.holidays().forEach(holiday -> holidays.put(holiday.day(), holiday));
  }

  /**
   * The first moment by which so much business time has passed since {@code from}; empty where that
   * is more than three years away, as when nobody is ever there.
   *
   * @param amount not negative
   */
  public Optional<Instant> due(Instant from, Duration amount) {
    if (amount.isZero()) {
      return Optional.of(from);
    }
    Duration left = amount;
    LocalDate day = LocalDate.ofInstant(from, zone);
    for (int i = 0; i < LONGEST_DAYS; i++, day = day.plusDays(1)) {
      Open open = open(day);
      if (open == null || !open.end().isAfter(from)) {
        continue;
      }
      Instant start = open.start().isBefore(from) ? from : open.start();
      Duration here = Duration.between(start, open.end());
      if (here.compareTo(left) >= 0) {
        return Optional.of(start.plus(left));
      }
      left = left.minus(here);
    }
    return Optional.empty();
  }

  /** The business time between two moments; none where {@code until} is not after {@code from}. */
  public Duration between(Instant from, Instant until) {
    Duration passed = Duration.ZERO;
    LocalDate last = LocalDate.ofInstant(until, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Open open = open(day);
      if (open != null) {
        Instant start = open.start().isBefore(from) ? from : open.start();
        Instant end = open.end().isAfter(until) ? until : open.end();
        if (end.isAfter(start)) {
          passed = passed.plus(Duration.between(start, end));
        }
      }
    }
    return passed;
  }

  private record Open(Instant start, Instant end) {}

  private @Nullable Open open(LocalDate day) {
    Holiday holiday = holidays.get(day);
    Opening opening = holiday == null ? hours.on(day.getDayOfWeek()) : holiday.opening();
    if (opening == null) {
      return null;
    }
    Instant start = at(day, opening.from(), false);
    Instant end = at(day, opening.until(), true);
    return start.isBefore(end) ? new Open(start, end) : null;
  }

  /** In a gap the moment at which the clocks jump; of a repeated time the first, or the last. */
  private Instant at(LocalDate day, int minutes, boolean last) {
    LocalDateTime time = day.atStartOfDay().plusMinutes(minutes);
    ZoneOffsetTransition jump = zone.getRules().getTransition(time);
    if (jump == null) {
      return time.toInstant(zone.getRules().getOffset(time));
    }
    if (jump.isGap()) {
      return jump.getInstant();
    }
    // The end of a day that the clocks repeat is its beginning again only where midnight repeats.
    return time.toInstant(last ? jump.getOffsetAfter() : jump.getOffsetBefore());
  }
}
