package org.bedside.evenhandedness;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the reviews of one star.
 *
 * @param stars 1 to 5, or null for reviews without
 * @param reviews all of them, acted on or not
 * @param actedOn those with at least one act, taken back or not
 * @param byAct reviews by act; one review may be in several
 * @param byReason reviews by the reason of an act that acted on them; one may be in several
 */
public record StarCount(
    @Nullable Integer stars,
    long reviews,
    long actedOn,
    Map<ModerationAct, Long> byAct,
    Map<ModerationReason, Long> byReason) {

  public StarCount {
    byAct = Map.copyOf(byAct);
    byReason = Map.copyOf(byReason);
  }

  /** How many reviews this act concerned. */
  public long of(ModerationAct act) {
    return byAct.getOrDefault(act, 0L);
  }

  /** How many reviews were acted on for this reason. */
  public long of(ModerationReason reason) {
    return byReason.getOrDefault(reason, 0L);
  }
}
