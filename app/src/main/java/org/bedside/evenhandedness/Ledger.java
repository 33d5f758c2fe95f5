package org.bedside.evenhandedness;

import java.util.List;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of the current organization: what was done to reviews, each time with its published
 * reason. Nothing in it is ever changed or removed.
 */
public interface Ledger {

  /**
   * Records that somebody acted on a review, with its stars and sentiment at this moment.
   *
   * @param span the words that are hidden, for {@link ModerationAct#SPAN_HIDDEN}, else null
   * @throws ActRefusedException where the same act is in force, the reason belongs to another act,
   *     or the span doesn't fit; nothing is stored then
   */
  LedgerEntry record(
      long mention,
      ModerationAct act,
      ModerationReason reason,
      @Nullable HiddenSpan span,
      SignedIn by);

  /** What was recorded about one review, oldest first. */
  List<LedgerEntry> of(long mention);

  /**
   * Entries about reviews that were published in these days, newest entry first.
   *
   * @param before only those below this id
   */
  List<LedgerEntry> list(Filter filter, long before, int limit);

  /**
   * Counts over all reviews published in these days: for one to five stars and for those without,
   * in this order, zeros included. A review that was acted on stays counted by the stars it had
   * then, also when it is gone from its source.
   */
  List<StarCount> counts(Days published);

  /**
   * Which entries to list.
   *
   * @param stars only those whose review had such stars at the act, or null for all
   * @param reason only those with this reason, or null for all
   */
  record Filter(Days published, @Nullable StarGroup stars, @Nullable ModerationReason reason) {}
}
