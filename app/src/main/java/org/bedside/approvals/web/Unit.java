package org.bedside.approvals.web;

import java.time.Duration;

/** In what time is counted. */
enum Unit {
  MINUTES(Duration.ofMinutes(1)),
  HOURS(Duration.ofHours(1)),
  DAYS(Duration.ofDays(1));

  final Duration length;

  Unit(Duration length) {
    this.length = length;
  }

  /** The longest in which it is a whole number. */
  static Unit of(Duration time) {
    if (time.toMinutes() % DAYS.length.toMinutes() == 0) {
      return DAYS;
    }
    return time.toMinutes() % HOURS.length.toMinutes() == 0 ? HOURS : MINUTES;
  }
}
