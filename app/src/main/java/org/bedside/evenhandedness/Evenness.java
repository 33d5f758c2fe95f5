package org.bedside.evenhandedness;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Whether low stars (one and two) are acted on as often as high ones (four and five).
 *
 * @param p two-sided, of Fisher's exact test; 1 where there are too few reviews
 */
public record Evenness(Finding finding, double p, Proportion low, Proportion high) {

  /** Chance alone explains one ledger in twenty that is called uneven. */
  public static final double LEVEL = 0.05;

  /** What the test says; each has a sentence {@code ledger.finding.<name>}. */
  public enum Finding {
    /** One of the two groups is too small to say anything. */
    TOO_FEW,
    EVEN,
    LOW_MORE,
    HIGH_MORE
  }

  /** Of all acts together. */
  public static Evenness overall(List<StarCount> counts) {
    return of(counts, StarCount::actedOn, LEVEL);
  }

  /**
   * Of the acts for one reason. As each reason is tested, each is held to a level that much
   * stricter (Bonferroni), so that all of them together raise no more false alarms than one test.
   */
  public static Evenness of(List<StarCount> counts, ModerationReason reason) {
    return of(counts, count -> count.of(reason), LEVEL / ModerationReason.published().size());
  }

  private static Evenness of(
      List<StarCount> counts, ToLongFunction<StarCount> acted, double level) {
    Proportion low = sum(counts, StarGroup.LOW, acted);
    Proportion high = sum(counts, StarGroup.HIGH, acted);
    if (!low.hasRate() || !high.hasRate()) {
      return new Evenness(Finding.TOO_FEW, 1, low, high);
    }
    double p =
        FisherExactTest.twoSided(
            low.part(), low.whole() - low.part(), high.part(), high.whole() - high.part());
    if (p >= level) {
      return new Evenness(Finding.EVEN, p, low, high);
    }
    boolean lowMore = low.rate() > high.rate();
    return new Evenness(lowMore ? Finding.LOW_MORE : Finding.HIGH_MORE, p, low, high);
  }

  private static Proportion sum(
      List<StarCount> counts, StarGroup group, ToLongFunction<StarCount> acted) {
    List<StarCount> those =
        counts.stream().filter(count -> StarGroup.of(count.stars()) == group).toList();
    return new Proportion(
        those.stream().mapToLong(acted).sum(), those.stream().mapToLong(StarCount::reviews).sum());
  }
}
