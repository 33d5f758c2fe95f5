package org.bedside.understanding.teaching;

/** Probabilities and their log-odds. */
final class Odds {

  private static final double LEAST = 5e-3;

  private Odds() {}

  static double probability(double odds) {
    return 1 / (1 + Math.exp(-odds));
  }

  /** Within about 5 either way, so that whatever is certain can still be taught otherwise. */
  static double of(double probability) {
    double p = Math.clamp(probability, LEAST, 1 - LEAST);
    return Math.log(p / (1 - p));
  }
}
