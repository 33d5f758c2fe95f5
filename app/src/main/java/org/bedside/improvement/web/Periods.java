package org.bedside.improvement.web;

import java.time.LocalDate;
import java.util.List;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Period;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/** The periods that can be chosen, each until today. */
final class Periods {

  private static final String USUAL = "12w";

  private Periods() {}

  /** The name of a period that there is. */
  static String known(@Nullable String wanted) {
    return wanted != null && List.of("30d", USUAL, "12m").contains(wanted) ? wanted : USUAL;
  }

  static Period of(String name, LocalDate today, SignedIn who) {
    int days =
        switch (name) {
          case "30d" -> 30;
          case "12m" -> 365;
          case String twelveWeeks -> 7 * 12;
        };
    return new Period(today.minusDays(days - 1), today, who.zone());
  }

  static List<Option> options(Page page) {
    return List.of(
        new Option("30d", page.text("improve.period.30d")),
        new Option(USUAL, page.text("improve.period.12w")),
        new Option("12m", page.text("improve.period.12m")));
  }
}
