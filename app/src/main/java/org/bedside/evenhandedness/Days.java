package org.bedside.evenhandedness;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days in a zone, first and last included. */
public record Days(LocalDate first, LocalDate last, ZoneId zone) {

  /** The first moment that belongs to them. */
  public OffsetDateTime from() {
    return first.atStartOfDay(zone).toOffsetDateTime();
  }

  /** The first moment behind them. */
  public OffsetDateTime until() {
    return last.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
  }
}
