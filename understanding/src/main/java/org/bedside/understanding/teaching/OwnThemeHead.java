package org.bedside.understanding.teaching;

/**
 * One own theme, learned.
 *
 * @param bias log-odds before any text has its say
 * @param slope with {@code offset} makes odds of what the weights sum up to
 * @param threshold the probability from which on the theme is given
 */
record OwnThemeHead(
    String name, Weights weights, double bias, double slope, double offset, double threshold) {

  /** The probability that a text with these likenesses speaks of the theme. */
  double probability(float[] toBackground, float[] toTaught) {
    return Odds.probability(slope * (bias + weights.wide(toBackground, toTaught)) + offset);
  }
}
