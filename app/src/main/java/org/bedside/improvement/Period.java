package org.bedside.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days in a zone, first and last included. */
public record Period(LocalDate first, LocalDate last, ZoneId zone) {

  /** Its first moment. */
  public Instant from() {
    return first.atStartOfDay(zone).toInstant();
  }

  /** The first moment after it. */
  public Instant until() {
    return last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** The period of the same length right before this one. */
  public Period before() {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return new Period(first.minusDays(days), first.minusDays(1), zone);
  }
}
