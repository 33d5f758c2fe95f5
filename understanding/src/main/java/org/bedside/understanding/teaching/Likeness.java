package org.bedside.understanding.teaching;

/** How like two texts are, as it counts in learning. */
final class Likeness {

  private Likeness() {}

  /**
   * For lessons: near texts count, others hardly do, so that a correction doesn't reach posts that
   * have little to do with it.
   */
  static float near(float cosine) {
    return cosine <= 0 ? 0 : cosine * cosine;
  }

  /** For themes: what is said in other words counts too. */
  static float wide(float cosine) {
    return cosine;
  }
}
