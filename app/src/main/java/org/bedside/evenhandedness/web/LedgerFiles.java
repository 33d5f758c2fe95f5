package org.bedside.evenhandedness.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.api.SafeCsv;
import org.bedside.evenhandedness.Days;
import org.bedside.evenhandedness.HiddenSpan;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.LedgerEntry;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.Proportion;
import org.bedside.evenhandedness.StarCount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger as files for a spreadsheet: names of columns in English, numbers with a point. */
@Component
class LedgerFiles {

  private static final int AT_ONCE = 1000;

  private final Ledger ledger;
  private final Periods periods;

  LedgerFiles(Ledger ledger, Periods periods) {
    this.ledger = ledger;
    this.periods = periods;
  }

  @Transactional(readOnly = true)
  public String rates(@Nullable String period, ZoneId zone) {
    Days days = periods.days(periods.known(period), zone);
    List<List<String>> lines = new ArrayList<>();
    lines.add(header());
    for (StarCount count : ledger.counts(days)) {
      lines.add(line(days, count));
    }
    return written(lines);
  }

  private static List<String> header() {
    List<String> header =
        new ArrayList<>(
            List.of("from", "until", "stars", "reviews", "acted_on", "rate", "low_95", "high_95"));
    for (ModerationAct act : ModerationAct.values()) {
      header.add(column(act));
    }
    for (ModerationReason reason : ModerationReason.published()) {
      header.add(column(reason));
    }
    return header;
  }

  private static List<String> line(Days days, StarCount count) {
    Proportion rate = new Proportion(count.actedOn(), count.reviews());
    boolean rated = rate.hasRate();
    List<String> line = new ArrayList<>();
    line.add(days.first().toString());
    line.add(days.last().toString());
    line.add(count.stars() == null ? "none" : count.stars().toString());
    line.add(Long.toString(count.reviews()));
    line.add(Long.toString(count.actedOn()));
    line.add(rated ? number(rate.rate()) : "");
    line.add(rated ? number(rate.low()) : "");
    line.add(rated ? number(rate.high()) : "");
    for (ModerationAct act : ModerationAct.values()) {
      line.add(Long.toString(count.of(act)));
    }
    for (ModerationReason reason : ModerationReason.published()) {
      line.add(Long.toString(count.of(reason)));
    }
    return line;
  }

  @Transactional(readOnly = true)
  public String entries(@Nullable String period, ZoneId zone) {
    Ledger.Filter all = new Ledger.Filter(periods.days(periods.known(period), zone), null, null);
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "entry",
            "at",
            "by",
            "act",
            "reason",
            "stars",
            "sentiment",
            "review",
            "source",
            "published",
            "text_version",
            "hidden_from",
            "hidden_until"));
    List<LedgerEntry> part = ledger.list(all, Long.MAX_VALUE, AT_ONCE);
    while (!part.isEmpty()) {
      part.forEach(entry -> lines.add(line(entry)));
      part = ledger.list(all, part.getLast().id(), AT_ONCE);
    }
    return written(lines);
  }

  private static List<String> line(LedgerEntry entry) {
    HiddenSpan span = entry.span();
    List<String> line = new ArrayList<>();
    line.add(Long.toString(entry.id()));
    line.add(entry.at().toString());
    line.add(entry.byName());
    line.add(column(entry.act()));
    line.add(column(entry.reason()));
    line.add(entry.stars() == null ? "" : entry.stars().toString());
    line.add(entry.sentiment() == null ? "" : column(entry.sentiment()));
    line.add(Long.toString(entry.mention()));
    line.add(entry.sourceName());
    line.add(entry.publishedAt().toString());
    line.add(Integer.toString(entry.textVersion()));
    line.add(span == null ? "" : Integer.toString(span.start()));
    line.add(span == null ? "" : Integer.toString(span.end()));
    return line;
  }

  private static String column(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  static String written(List<List<String>> lines) {
    StringBuilder out = new StringBuilder();
    SafeCsv csv = new SafeCsv(out);
    try {
      for (List<String> line : lines) {
        csv.write(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory refused to grow", e);
    }
    return out.toString();
  }
}
