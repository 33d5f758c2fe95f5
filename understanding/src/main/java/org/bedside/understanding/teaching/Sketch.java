package org.bedside.understanding.teaching;

/**
 * A text as a vector of length one at most: the words that occur in it and their beginnings,
 * hashed, and a few hundred numbers for what it means. Never changed once made.
 */
final class Sketch {

  private final int[] at;
  private final float[] value;
  private final float[] dense;

  /**
   * @param at hashes of what occurs, ascending
   * @param value the weight of each
   * @param dense meaning, and the say of the models; empty groups are zeros
   */
  Sketch(int[] at, float[] value, float[] dense) {
    this.at = at;
    this.value = value;
    this.dense = dense;
  }

  int[] at() {
    return at;
  }

  float[] value() {
    return value;
  }

  float[] dense() {
    return dense;
  }
}
