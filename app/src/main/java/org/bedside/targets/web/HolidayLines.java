package org.bedside.targets.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bedside.targets.Holiday;
import org.bedside.targets.Opening;
import org.jspecify.annotations.Nullable;

/**
 * Holidays as people write or paste them, one a line: the day, the hours of a half day, the name.
 *
 * @param unreadable number of the first line that can't be read, or 0
 */
record HolidayLines(List<Holiday> holidays, int unreadable) {

  private static final int MOST = 500;
  private static final int LONGEST_NAME = 120;

  private static final Pattern LINE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[\\s,;]+(\\d{1,2}:\\d{2})\\s*[-–]\\s*(\\d{1,2}:\\d{2}))?(?:[\\s,;]+(.*))?");

  static HolidayLines read(@Nullable String written) {
    List<Holiday> found = new ArrayList<>();
    int number = 0;
    for (String line : written == null ? List.<String>of() : written.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Holiday holiday = one(line.strip());
      if (holiday == null || found.size() == MOST) {
        return new HolidayLines(List.of(), number);
      }
      found.add(holiday);
    }
    return new HolidayLines(List.copyOf(found), 0);
  }

  private static @Nullable Holiday one(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return null;
    }
    try {
      String name = parts.group(4) == null ? "" : parts.group(4).strip();
      String from = parts.group(2);
      return new Holiday(
          LocalDate.parse(parts.group(1)),
          name.substring(0, Math.min(name.length(), LONGEST_NAME)),
          from == null ? null : Opening.of(time(from), time(parts.group(3))));
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private static LocalTime time(String written) {
    return LocalTime.parse(written.length() == 4 ? "0" + written : written);
  }

  static String write(List<Holiday> holidays) {
    return holidays.stream().map(HolidayLines::line).collect(Collectors.joining("\n"));
  }

  private static String line(Holiday holiday) {
    Opening half = holiday.opening();
    return (holiday.day() + (half == null ? "" : " " + half.begins() + "-" + half.ends()))
        .concat(holiday.name().isBlank() ? "" : " " + holiday.name());
  }
}
