package org.bedside.evenhandedness.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bedside.evenhandedness.Days;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.StarGroup;
import org.bedside.identity.SignedIn;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the ledger together for a reader. */
@Component
class LedgerViews {

  private static final int SHOWN = 50;

  private final Ledger ledger;
  private final ModerationPage publication;
  private final Periods periods;

  LedgerViews(Ledger ledger, ModerationPage publication, Periods periods) {
    this.ledger = ledger;
    this.publication = publication;
    this.periods = periods;
  }

  @Transactional(readOnly = true)
  public LedgerView view(Wanted wanted, SignedIn who, Page page) {
    String period = periods.known(wanted.period());
    Days days = periods.days(period, who.zone());
    StarGroup group = constant(StarGroup.values(), wanted.stars());
    ModerationReason reason = constant(ModerationReason.values(), wanted.reason());
    List<LedgerEntry> entries =
        ledger.list(new Ledger.Filter(days, group, reason), wanted.below(), SHOWN);
    String query = "?period=" + period;
    return new LedgerView(
        lede(days, page),
        Periods.options(page),
        period,
        query,
        RatesView.of(ledger.counts(days), page),
        entries,
        Arrays.stream(StarGroup.values())
            .map(one -> new Option(one.name(), page.text("ledger.group." + one.name())))
            .toList(),
        group == null ? "" : group.name(),
        Arrays.stream(ModerationReason.values())
            .map(one -> new Option(one.name(), page.text("ledger.reason." + one.name())))
            .toList(),
        reason == null ? "" : reason.name(),
        entries.size() < SHOWN ? null : page.here("before", "" + entries.getLast().id()),
        publication.isPublic(),
        "/o/" + who.organization() + "/moderation");
  }

  static String lede(Days days, Page page) {
    DateTimeFormatter day =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(page.locale());
    return page.text("ledger.lede", days.first().format(day), days.last().format(day));
  }

  /** The constant of that name in whatever case, or null for anything else. */
  static <E extends Enum<E>> @Nullable E constant(E[] all, @Nullable String name) {
    if (name == null) {
      return null;
    }
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(all).filter(one -> one.name().equals(wanted)).findFirst().orElse(null);
  }

  /** What an address asks for; whatever is unknown in it is left out. */
  record Wanted(
      @Nullable String period,
      @Nullable String stars,
      @Nullable String reason,
      @Nullable String before) {

    long below() {
      return before == null || !before.matches("\\d{1,18}")
          ? Long.MAX_VALUE
          : Long.parseLong(before);
    }
  }
}
