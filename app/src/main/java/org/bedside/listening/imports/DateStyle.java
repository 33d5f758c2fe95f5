package org.bedside.listening.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the dates of a file are written. */
public enum DateStyle {
  ISO("2026-11-22T20:00:14Z", "uuuu-M-d['T'][' '][H:mm[:ss][.SSSSSS][.SSS]][' '][XXX][XX][X]"),
  YEAR_FIRST("2026/11/22", "uuuu/M/d[' 'H:mm[:ss]]"),
  MONTH_FIRST("11/22/2026", "M['/']['-']d['/']['-']uuuu[','][' 'h:mm[:ss]' 'a][' 'H:mm[:ss]]"),
  DAY_FIRST("22.11.2026", "d['.']['/']['-']M['.']['/']['-']uuuu[','][' 'H:mm[:ss]]"),
  WORDS_MONTH_FIRST("Nov 22, 2026", "MMM' 'd[',']' 'uuuu[' 'h:mm[:ss]' 'a][' 'H:mm[:ss]]"),
  WORDS_DAY_FIRST("22 Nov 2026", "[EEE', ']d' 'MMM' 'uuuu[' 'H:mm[:ss]][' 'XXX][' 'XX][' 'zzz]"),
  EPOCH_SECONDS("1795377614", ""),
  EPOCH_MILLISECONDS("1795377614000", "");

  private static final int LONGEST = 60;
  private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // DateTimeFormatter is immutable
  private final DateTimeFormatter formatter;

  DateStyle(String example, String pattern) {
    this.example = example;
    this.formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  /** A date written this way. */
  public String example() {
    return example;
  }

  /**
   * The moment that {@code value} names, or empty where it is not written this way. A date without
   * a time is its beginning; without a zone it is one of {@code zone}.
   */
  public Optional<Instant> parse(String value, ZoneId zone) {
    String date = value.strip();
    if (date.isEmpty() || date.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      Instant moment =
          switch (this) {
            case EPOCH_SECONDS -> Instant.ofEpochSecond(Long.parseLong(date));
            case EPOCH_MILLISECONDS -> Instant.ofEpochMilli(Long.parseLong(date));
            case ISO, YEAR_FIRST, MONTH_FIRST, DAY_FIRST, WORDS_MONTH_FIRST, WORDS_DAY_FIRST ->
                moment(date, zone);
          };
      return moment.isBefore(FIRST) || moment.isAfter(LAST)
          ? Optional.empty()
          : Optional.of(moment);
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Instant moment(String date, ZoneId zone) {
    if (this == ISO && date.endsWith("Z")) {
      try {
        return Instant.parse(date);
      } catch (DateTimeException tryTheFormatter) {
        // written with a space or without seconds
      }
    }
    TemporalAccessor found =
        formatter.parseBest(
            date, ZonedDateTime::from, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    return switch (found) {
      case ZonedDateTime zoned -> zoned.toInstant();
      case OffsetDateTime offset -> offset.toInstant();
      case LocalDateTime local -> local.atZone(zone).toInstant();
      case LocalDate day when !found.isSupported(ChronoField.HOUR_OF_DAY) ->
          day.atStartOfDay(zone).toInstant();
      default -> throw new DateTimeException(date);
    };
  }

  /**
   * The style in which the most samples are dates. Where day and month could be either, the month
   * comes first in the time zones of America and the day elsewhere.
   */
  static DateStyle detect(List<String> samples, ZoneId zone) {
    List<DateStyle> order =
        zone.getId().startsWith("America/") || zone.getId().startsWith("US/")
            ? List.of(values())
            : List.of(
                ISO,
                YEAR_FIRST,
                DAY_FIRST,
                MONTH_FIRST,
                WORDS_DAY_FIRST,
                WORDS_MONTH_FIRST,
                EPOCH_SECONDS,
                EPOCH_MILLISECONDS);
    DateStyle best = ISO;
    long most = 0;
    for (DateStyle style : order) {
      long read = samples.stream().filter(s -> style.parse(s, zone).isPresent()).count();
      if (read > most) {
        most = read;
        best = style;
      }
    }
    return best;
  }
}
