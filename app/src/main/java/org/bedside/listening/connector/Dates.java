package org.bedside.listening.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds and pages carry: RFC 822 and 2822 with all their variants, ISO 8601 in
 * part or whole, {@code Date.toString()}. A date without a zone is taken as UTC. Linear in a text
 * that is cut at 64 characters.
 */
public final class Dates {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Map<String, Integer> OTHER_MONTHS =
      Map.of("ene", 1, "abr", 4, "ago", 8, "dic", 12, "mai", 5, "okt", 10, "dez", 12, "fev", 2);

  /** RFC 822 section 5.1; others are too ambiguous to believe. */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("cet", 1),
          Map.entry("cest", 2),
          Map.entry("bst", 1),
          Map.entry("jst", 9));

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?|(\\d{2})(\\d{2}))?(?=$|[Tt\\s])");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s?([ap]m)?");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("^\\d{8}t(\\d{2})(\\d{2})(\\d{2})?()");
  private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})(?!\\d)");
  private static final Pattern WORD = Pattern.compile("[a-z]{3,9}");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\d:+-])(\\d{1,4})(?![\\d:])");

  private Dates() {}

  /** The instant, or empty where the text is no date. */
  public static Optional<Instant> read(@Nullable String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    String text = written.strip().toLowerCase(Locale.ROOT);
    text = text.substring(0, Math.min(64, text.length()));
    try {
      LocalDate date = date(text);
      return date == null ? Optional.empty() : Optional.of(at(date, text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate date(String text) {
    Matcher iso = ISO.matcher(text);
    if (iso.lookingAt()) {
      String month = iso.group(2) != null ? iso.group(2) : iso.group(4);
      String day = iso.group(3) != null ? iso.group(3) : iso.group(5);
      return LocalDate.of(
          Integer.parseInt(iso.group(1)),
          month == null ? 1 : Integer.parseInt(month),
          day == null ? 1 : Integer.parseInt(day));
    }
    return named(text);
  }

  private static @Nullable LocalDate named(String text) {
    int month = month(text);
    if (month == 0) {
      return null;
    }
    int day = 0;
    int year = -1;
    Matcher number = NUMBER.matcher(text.replace('-', ' ').replace(',', ' '));
    while (number.find() && year < 0) {
      int value = Integer.parseInt(number.group(1));
      if (day == 0 && number.group(1).length() <= 2) {
        day = value;
      } else {
        year = fourDigits(value, number.group(1).length());
      }
    }
    // "Tue Jul 13 14:15:00 GMT 2010": the year is last and was found as such.
    return year < 0 ? null : LocalDate.of(year, month, day == 0 ? 1 : day);
  }

  /** RFC 2822 section 4.3. */
  private static int fourDigits(int year, int digits) {
    if (digits > 3) {
      return year;
    }
    return digits == 3 || year >= 50 ? 1900 + year : 2000 + year;
  }

  private static int month(String text) {
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String start = words.group().substring(0, 3);
      int month = MONTHS.indexOf(start) + 1;
      month = month > 0 ? month : OTHER_MONTHS.getOrDefault(start, 0);
      if (month > 0) {
        return month;
      }
    }
    return 0;
  }

  private static Instant at(LocalDate date, String text) {
    Matcher compact = COMPACT_TIME.matcher(text);
    Matcher time = compact.lookingAt() ? compact : TIME.matcher(text);
    if (time != compact && !time.find()) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    int hour = Integer.parseInt(time.group(1));
    if (time.group(4) != null && !time.group(4).isEmpty()) {
      hour = hour % 12 + (time.group(4).startsWith("p") ? 12 : 0);
    }
    LocalDate day = hour == 24 ? date.plusDays(1) : date;
    int second = time.group(3) == null ? 0 : Math.min(59, Integer.parseInt(time.group(3)));
    LocalTime clock = LocalTime.of(hour % 24, Integer.parseInt(time.group(2)), second);
    return day.atTime(clock).toInstant(offset(text.substring(time.end())));
  }

  private static ZoneOffset offset(String after) {
    Matcher numeric = OFFSET.matcher(after);
    if (numeric.find()) {
      int sign = numeric.group(1).equals("-") ? -1 : 1;
      int minutes = Integer.parseInt(numeric.group(2)) * 60 + Integer.parseInt(numeric.group(3));
      return ZoneOffset.ofTotalSeconds(sign * minutes * 60);
    }
    Matcher words = WORD.matcher(after);
    return words.find() && ZONES.containsKey(words.group())
        ? ZoneOffset.ofHours(ZONES.get(words.group()))
        : ZoneOffset.UTC;
  }
}
