package org.bedside.evenhandedness;

import org.jspecify.annotations.Nullable;

/** Reviews by their stars: the two ends that are held against each other, and the rest. */
public enum StarGroup {
  /** One and two stars. */
  LOW,
  /** Three stars. */
  MIDDLE,
  /** Four and five stars. */
  HIGH,
  /** Posts without stars. */
  UNRATED;

  /**
   * The group of a review.
   *
   * @param stars 1 to 5, or null for a review without
   */
  public static StarGroup of(@Nullable Integer stars) {
    if (stars == null) {
      return UNRATED;
    }
    return stars <= 2 ? LOW : stars >= 4 ? HIGH : MIDDLE;
  }
}
