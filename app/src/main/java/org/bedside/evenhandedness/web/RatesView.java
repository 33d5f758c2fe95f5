package org.bedside.evenhandedness.web;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import org.bedside.evenhandedness.Evenness;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.Proportion;
import org.bedside.evenhandedness.StarCount;
import org.bedside.ui.Page;
import org.bedside.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Rates of acts, ready to be shown to staff or to the public.
 *
 * @param overall of all reasons together
 * @param reasons in the order in which they are published
 */
public record RatesView(List<StarRow> rows, Finding overall, List<ReasonRow> reasons) {

  /**
   * Reviews of one star.
   *
   * @param stars its name
   * @param rate in per cent, or null where the group is too small for one
   * @param interval where the rate lies with 95 % certainty, or null as above
   * @param acts reviews by act, in the order of {@link ModerationAct#values()}
   */
  public record StarRow(
      String stars,
      long reviews,
      long actedOn,
      @Nullable String rate,
      @Nullable String interval,
      List<Long> acts) {}

  /**
   * What the test says, in a sentence.
   *
   * @param look which entries to look at, as {@code LOW} or {@code HIGH}; null where none stand out
   */
  public record Finding(String sentence, Tone tone, @Nullable String look) {}

  /** How a reason was applied to low and to high stars. */
  public record ReasonRow(
      ModerationReason reason, Proportion low, Proportion high, Finding finding) {}

  static RatesView of(List<StarCount> counts, Page page) {
    return new RatesView(
        counts.stream().map(count -> row(count, page)).toList(),
        finding(Evenness.overall(counts), page),
        ModerationReason.published().stream().map(reason -> row(counts, reason, page)).toList());
  }

  /** Whether anything was counted. */
  public boolean isEmpty() {
    return rows.stream().allMatch(row -> row.reviews() == 0);
  }

  private static StarRow row(StarCount count, Page page) {
    Proportion rate = new Proportion(count.actedOn(), count.reviews());
    return new StarRow(
        starName(count.stars(), page),
        count.reviews(),
        count.actedOn(),
        rate.hasRate() ? percent(rate.rate(), page) : null,
        rate.hasRate()
            ? page.text("ledger.interval", percent(rate.low(), page), percent(rate.high(), page))
            : null,
        Arrays.stream(ModerationAct.values()).map(act -> count.of(act)).toList());
  }

  private static ReasonRow row(List<StarCount> counts, ModerationReason reason, Page page) {
    Evenness evenness = Evenness.of(counts, reason);
    return new ReasonRow(reason, evenness.low(), evenness.high(), finding(evenness, page));
  }

  private static Finding finding(Evenness evenness, Page page) {
    String sentence =
        page.text("ledger.finding." + evenness.finding().name(), p(evenness.p(), page));
    return switch (evenness.finding()) {
      case TOO_FEW -> new Finding(sentence, Tone.PLAIN, null);
      case EVEN -> new Finding(sentence, Tone.DONE, null);
      case LOW_MORE -> new Finding(sentence, Tone.CARE, "LOW");
      case HIGH_MORE -> new Finding(sentence, Tone.CARE, "HIGH");
    };
  }

  /** "1 star" to "5 stars", or the words for none. */
  static String starName(@Nullable Integer stars, Page page) {
    return stars == null ? page.text("ledger.unrated") : page.text("ledger.stars", stars);
  }

  private static String percent(double part, Page page) {
    NumberFormat format = NumberFormat.getPercentInstance(page.locale());
    format.setMaximumFractionDigits(1);
    return format.format(part);
  }

  /** "= 0.013" or "< 0.001", with the reader's decimal sign. */
  private static String p(double p, Page page) {
    NumberFormat format = NumberFormat.getNumberInstance(page.locale());
    format.setMinimumFractionDigits(3);
    format.setMaximumFractionDigits(3);
    return p < 0.001 ? "< " + format.format(0.001) : "= " + format.format(p);
  }
}
