package org.bedside.understanding.teaching;

import java.util.List;

/**
 * One own theme, learned.
 *
 * @param counterexamples their numbers on the organization's shelf
 * @param bias log-odds before any text has its say
 * @param slope with {@code offset} makes odds of what the weights sum up to
 * @param threshold the probability from which on the theme is given
 */
record OwnThemeHead(
    String name,
    Weights weights,
    List<Integer> counterexamples,
    double bias,
    double slope,
    double offset,
    double threshold) {

  private static final float SAME = 0.98f;

  /** Whether a whole text is one that was shown as not speaking of it. */
  boolean isCounterexample(float[] toTaught) {
    return counterexamples.stream().anyMatch(number -> toTaught[number] >= SAME);
  }

  /** The probability that a text with these likenesses speaks of the theme. */
  double probability(float[] toBackground, float[] toTaught) {
    return Odds.probability(slope * (bias + weights.wide(toBackground, toTaught)) + offset);
  }
}
