package org.bedside.evenhandedness;

import org.jspecify.annotations.Nullable;

/** Ratings as the whole stars that the ledger counts by. */
public final class Stars {

  private Stars() {}

  /**
   * The nearest whole star, half a star rounded up as on screen; nothing lies below one or above
   * five.
   *
   * @param rating 0 to 10 as its source said it, or null where it said none
   * @return 1 to 5, or null for a review without stars
   */
  public static @Nullable Integer of(@Nullable Double rating) {
    return rating == null ? null : Math.clamp(Math.round(rating), 1, 5);
  }
}
