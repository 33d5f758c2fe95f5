package org.bedside.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueClockTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void whatComesInOnFridayEveningIsDueOnMonday() {
    DueClock clock = new DueClock(Hours.STANDARD, CHICAGO);

    assertThat(clock.due(at(2026, 11, 27, 18, 0), Duration.ofHours(2)))
        .contains(at(2026, 11, 30, 10, 0));
    assertThat(clock.due(at(2026, 11, 27, 16, 0), Duration.ofHours(1)))
        .as("the moment of closing is still in time")
        .contains(at(2026, 11, 27, 17, 0));
  }

  @Test
  void aHolidayDoesNotCountAndAHalfDayCountsHalf() {
    Holiday christmas = new Holiday(LocalDate.of(2026, 12, 25), "Christmas Day", null);
    Holiday eve =
        new Holiday(
            LocalDate.of(2026, 12, 24),
            "Christmas Eve",
            Opening.of(LocalTime.of(8, 0), LocalTime.NOON));
    DueClock clock =
        new DueClock(new Hours(Hours.STANDARD.week(), List.of(christmas, eve)), CHICAGO);

    assertThat(clock.due(at(2026, 12, 24, 10, 0), Duration.ofHours(3)))
        .contains(at(2026, 12, 28, 9, 0));
    assertThat(clock.between(at(2026, 12, 24, 0, 0), at(2026, 12, 28, 8, 0)))
        .isEqualTo(Duration.ofHours(4));
  }

  @Test
  void anHourThatTheClocksLeaveOutIsNobodysHour() {
    DueClock always = new DueClock(Hours.always(), CHICAGO);
    DueClock night = new DueClock(everyDay(1, 0, 5, 0), CHICAGO);

    assertThat(always.between(at(2026, 3, 8, 0, 0), at(2026, 3, 9, 0, 0)))
        .isEqualTo(Duration.ofHours(23));
    assertThat(night.between(at(2026, 3, 8, 0, 0), at(2026, 3, 9, 0, 0)))
        .isEqualTo(Duration.ofHours(3));
    assertThat(night.due(at(2026, 3, 8, 1, 0), Duration.ofHours(2))).contains(at(2026, 3, 8, 4, 0));
  }

  @Test
  void anHourThatTheClocksRepeatCountsTwice() {
    DueClock night = new DueClock(everyDay(1, 0, 5, 0), CHICAGO);
    Instant first = at(2026, 11, 1, 1, 0);

    assertThat(night.between(at(2026, 11, 1, 0, 0), at(2026, 11, 2, 0, 0)))
        .isEqualTo(Duration.ofHours(5));
    assertThat(night.due(first, Duration.ofHours(2))).contains(first.plus(Duration.ofHours(2)));
    assertThat(new DueClock(Hours.always(), CHICAGO).between(first, at(2026, 11, 2, 1, 0)))
        .isEqualTo(Duration.ofHours(25));
  }

  @Test
  void hoursThatBeginOrEndWithinARepeatedHourHoldBothOfItsTurns() {
    DueClock ends = new DueClock(everyDay(0, 30, 1, 30), CHICAGO);
    DueClock begins = new DueClock(everyDay(1, 30, 3, 0), CHICAGO);

    assertThat(ends.between(at(2026, 11, 1, 0, 0), at(2026, 11, 2, 0, 0)))
        .isEqualTo(Duration.ofHours(2));
    assertThat(begins.between(at(2026, 11, 1, 0, 0), at(2026, 11, 2, 0, 0)))
        .isEqualTo(Duration.ofMinutes(150));
  }

  @Test
  void openingHoursThatLieWhollyInTheLeftOutHourAreNone() {
    DueClock clock = new DueClock(everyDay(2, 15, 2, 45), CHICAGO);

    assertThat(clock.between(at(2026, 3, 8, 0, 0), at(2026, 3, 9, 0, 0))).isEqualTo(Duration.ZERO);
    assertThat(clock.due(at(2026, 3, 7, 12, 0), Duration.ofMinutes(10)))
        .contains(at(2026, 3, 9, 2, 25));
  }

  @Test
  void whereNobodyIsEverThereNothingIsDue() {
    DueClock clock = new DueClock(new Hours(Map.of(), List.of()), CHICAGO);

    assertThat(clock.due(at(2026, 11, 30, 8, 0), Duration.ofMinutes(1))).isEmpty();
    assertThat(clock.between(at(2026, 1, 1, 0, 0), at(2026, 12, 31, 0, 0))).isZero();
  }

  /** Whatever the hours, the holidays, the zone and the moment. */
  @ParameterizedTest
  @ValueSource(strings = {"America/Chicago", "Europe/Berlin", "Australia/Lord_Howe", "UTC"})
  void theTimeUntilWhatIsDueIsTheTimeThatWasGiven(String name) {
    ZoneId zone = ZoneId.of(name);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      DueClock clock = new DueClock(hours(random), zone);
      Instant from =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
      Duration some = Duration.ofMinutes(1 + random.nextInt(4_000));
      Duration more = Duration.ofMinutes(1 + random.nextInt(4_000));
      Instant due = clock.due(from, some).orElseThrow();

      assertThat(clock.between(from, due)).isEqualTo(some);
      assertThat(clock.between(from, due.minusSeconds(1))).isLessThan(some);
      assertThat(due).isAfterOrEqualTo(from.plus(some));
      assertThat(clock.due(due, more)).isEqualTo(clock.due(from, some.plus(more)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Chicago", "Europe/Berlin", "Australia/Lord_Howe"})
  void aroundTheClockIsAsTimeGoesBy(String name) {
    DueClock clock = new DueClock(Hours.always(), ZoneId.of(name));
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      Instant from =
          Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(365 * 24 * 3600));
      Duration some = Duration.ofSeconds(random.nextInt(30 * 24 * 3600));

      assertThat(clock.due(from, some)).contains(from.plus(some));
    }
  }

  private static Hours hours(Random random) {
    Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
    week.put(DayOfWeek.WEDNESDAY, new Opening(7 * 60, 19 * 60));
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) > 0) {
        int opens = random.nextInt(Opening.DAY);
        week.put(day, new Opening(opens, opens + 1 + random.nextInt(Opening.DAY - opens)));
      }
    }
    List<Holiday> holidays = new ArrayList<>();
    for (int i = random.nextInt(40); i > 0; i--) {
      LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(500));
      holidays.add(
          new Holiday(day, "Holiday", random.nextBoolean() ? null : new Opening(480, 720)));
    }
    return new Hours(week, holidays);
  }

  private static Hours everyDay(int fromHour, int fromMinute, int untilHour, int untilMinute) {
    Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day,
          Opening.of(LocalTime.of(fromHour, fromMinute), LocalTime.of(untilHour, untilMinute)));
    }
    return new Hours(week, List.of());
  }

  private static Instant at(int year, int month, int day, int hour, int minute) {
    return LocalDateTime.of(year, month, day, hour, minute).atZone(CHICAGO).toInstant();
  }
}
