package org.bedside.improvement;

/**
 * Mentions of one theme in one time.
 *
 * @param mentions all of them, those that feel neither way too
 * @param negative how many speak ill of the theme
 * @param positive how many speak well of it
 * @param asking how many ask for something to change
 */
public record Counts(long mentions, long negative, long positive, long asking) {

  /** The share of those that speak ill of it, 0 to 1. */
  public double shareNegative() {
    return share(negative);
  }

  /** The share of those that speak well of it, 0 to 1. */
  public double sharePositive() {
    return share(positive);
  }

  private double share(long part) {
    return mentions == 0 ? 0 : (double) part / mentions;
  }
}
