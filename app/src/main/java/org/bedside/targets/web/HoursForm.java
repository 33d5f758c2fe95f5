package org.bedside.targets.web;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.targets.Hours;
import org.bedside.targets.Opening;
import org.jspecify.annotations.Nullable;

/**
 * Hours and holidays, as entered.
 *
 * @param from and until times for Monday to Sunday, empty where closed
 */
public record HoursForm(
    @Nullable List<String> from, @Nullable List<String> until, @Nullable String holidays) {

  static HoursForm of(Hours hours) {
    return new HoursForm(
        Arrays.stream(DayOfWeek.values())
            .map(day -> Optional.ofNullable(hours.on(day)).map(Opening::begins).orElse(""))
            .toList(),
        Arrays.stream(DayOfWeek.values())
            .map(day -> Optional.ofNullable(hours.on(day)).map(Opening::ends).orElse(""))
            .toList(),
        HolidayLines.write(hours.holidays()));
  }

  public String from(DayOfWeek day) {
    return at(from, day);
  }

  public String until(DayOfWeek day) {
    return at(until, day);
  }

  HolidayLines lines() {
    return HolidayLines.read(holidays);
  }

  /** The hours; empty where a time can't be read or a day closes before it opens. */
  Optional<Hours> hours() {
    try {
      Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
      for (DayOfWeek day : DayOfWeek.values()) {
        if (from(day).isEmpty() != until(day).isEmpty()) {
          return Optional.empty();
        }
        if (!from(day).isEmpty()) {
          week.put(day, Opening.of(LocalTime.parse(from(day)), LocalTime.parse(until(day))));
        }
      }
      return Optional.of(new Hours(week, lines().holidays()));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String at(@Nullable List<String> times, DayOfWeek day) {
    return times == null || times.size() < day.getValue()
        ? ""
        : times.get(day.getValue() - 1).strip();
  }
}
