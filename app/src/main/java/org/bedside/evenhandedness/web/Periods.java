package org.bedside.evenhandedness.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bedside.evenhandedness.Days;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The periods that the ledger can be read for. */
@Component
class Periods {

  private static final String USUAL = "12m";
  private static final List<String> NAMES = List.of("90d", USUAL, "5y");

  private final Clock clock;

  Periods(Clock clock) {
    this.clock = clock;
  }

  /** The name asked for, or that of the usual one. */
  String known(@Nullable String wanted) {
    return wanted != null && NAMES.contains(wanted) ? wanted : USUAL;
  }

  Days days(String name, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate first =
        switch (name) {
          case "90d" -> today.minusDays(89);
          case "5y" -> today.minusYears(5).plusDays(1);
          case String usual -> today.minusYears(1).plusDays(1);
        };
    return new Days(first, today, zone);
  }

  /** The last twelve months, as the public page shows them. */
  Days usual(ZoneId zone) {
    return days(USUAL, zone);
  }

  static List<Option> options(Page page) {
    return NAMES.stream()
        .map(name -> new Option(name, page.text("ledger.period." + name)))
        .toList();
  }
}
