package org.bedside.improvement;

import org.jspecify.annotations.Nullable;

/**
 * Mentions of one theme at one place, of one clinician where they name one.
 *
 * @param now in the period
 * @param before in the one of the same length before it; null where there were fewer than {@value
 *     RollUp#FEWEST}
 */
public record Group(Topic topic, Counts now, @Nullable Counts before) {

  public Group {
    before = before == null || before.mentions() < RollUp.FEWEST ? null : before;
  }

  /** Where it stands: with the more of its mentions; with the complaints where they are as many. */
  public Side side() {
    if (now.positive() > now.negative()) {
      return Side.LOVED;
    }
    return now.negative() > 0 || now.asking() > 0 ? Side.MUST_CHANGE : Side.NEITHER;
  }

  /** The two columns, and what belongs in none. */
  public enum Side {
    LOVED,
    MUST_CHANGE,
    /** Speaks neither well nor ill of anything, and asks for nothing. */
    NEITHER
  }
}
