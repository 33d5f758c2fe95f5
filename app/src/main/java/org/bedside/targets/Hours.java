package org.bedside.targets;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When an organization answers.
 *
 * @param week a weekday that is missing is closed
 * @param holidays by day; of two of one day the last counts
 */
public record Hours(Map<DayOfWeek, Opening> week, List<Holiday> holidays) {

  /** Before anybody chose anything: Monday to Friday, eight to five. */
  public static final Hours STANDARD = standard();

  public Hours {
    week = Map.copyOf(week);
    Map<LocalDate, Holiday> byDay = new TreeMap<>();
    holidays.forEach(holiday -> byDay.put(holiday.day(), holiday));
    holidays = List.copyOf(byDay.values());
  }

  /** Every hour of every day. */
  public static Hours always() {
    Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, Opening.ALL_DAY);
    }
    return new Hours(week, List.of());
  }

  /** When somebody is there on an ordinary day of the week, or null. */
  public @Nullable Opening on(DayOfWeek day) {
    return week.get(day);
  }

  private static Hours standard() {
    Map<DayOfWeek, Opening> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, Opening.of(LocalTime.of(8, 0), LocalTime.of(17, 0)));
      }
    }
    return new Hours(week, List.of());
  }
}
