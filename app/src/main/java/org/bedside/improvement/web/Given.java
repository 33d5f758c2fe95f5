package org.bedside.improvement.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what came in an address or a form. */
final class Given {

  private Given() {}

  /** Null where it is none. */
  static @Nullable UUID uuid(@Nullable String written) {
    try {
      return written == null || written.isBlank() ? null : UUID.fromString(written.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A day of this century as forms send it, {@code 2027-03-31}; null where it is none. */
  static @Nullable LocalDate day(String written) {
    try {
      LocalDate day = LocalDate.parse(written.strip());
      return day.getYear() >= 2000 && day.getYear() < 2100 ? day : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
