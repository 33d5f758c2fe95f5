package org.bedside.understanding;

/**
 * A claim that a post speaks of.
 *
 * @param id the claim's id
 * @param score 0 to 1, higher is closer
 */
public record ClaimMatch(String id, double score, Stance stance) {

  /** What the post does with the claim. */
  public enum Stance {
    REPEATS,
    QUESTIONS,
    DENIES
  }
}
