package org.bedside.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Times as people say them. */
@Component
class Times {

  private final Clock clock;
  private final MessageSource messages;

  Times(Clock clock, MessageSource messages) {
    this.clock = clock;
    this.messages = messages;
  }

  Instant now() {
    return clock.instant();
  }

  String ago(Instant instant, Locale locale) {
    Duration since = Duration.between(instant, clock.instant());
    if (since.isNegative()) {
      return messages.getMessage("time.soon", null, locale);
    }
    if (since.toMinutes() < 1) {
      return messages.getMessage("time.now", null, locale);
    }
    if (since.toHours() < 1) {
      return plural("time.minutes", since.toMinutes(), locale);
    }
    if (since.toDays() < 1) {
      return plural("time.hours", since.toHours(), locale);
    }
    if (since.toDays() < 60) {
      return plural("time.days", since.toDays(), locale);
    }
    return since.toDays() < 730
        ? plural("time.months", since.toDays() / 30, locale)
        : plural("time.years", since.toDays() / 365, locale);
  }

  String exact(Instant instant, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  String day(Instant instant, Locale locale, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  private String plural(String key, long count, Locale locale) {
    return messages.getMessage(key, new Object[] {count}, locale);
  }
}
