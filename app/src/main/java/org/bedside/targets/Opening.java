package org.bedside.targets;

import java.time.LocalTime;

/**
 * From when until when somebody is there on a day, in minutes since its midnight.
 *
 * @param from 0 to 1439
 * @param until after {@code from}, 1440 for the end of the day
 */
public record Opening(int from, int until) {

  static final int DAY = 24 * 60;

  /** The whole day. */
  public static final Opening ALL_DAY = new Opening(0, DAY);

  public Opening {
    if (from < 0 || until > DAY || from >= until) {
      throw new IllegalArgumentException("a day opens before it closes");
    }
  }

  /** Between two times of a clock; midnight as the end is the end of the day. */
  public static Opening of(LocalTime from, LocalTime until) {
    int end = until.toSecondOfDay() / 60;
    return new Opening(from.toSecondOfDay() / 60, end == 0 ? DAY : end);
  }

  /** As a form shows it: {@code 08:00}. */
  public String begins() {
    return clock(from);
  }

  /** As a form shows it; the end of the day is {@code 00:00}. */
  public String ends() {
    return clock(until % DAY);
  }

  private static String clock(int minutes) {
    return LocalTime.ofSecondOfDay(minutes * 60L).toString();
  }
}
