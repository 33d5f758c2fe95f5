package org.bedside.alerts;

/**
 * Something that a spike is about: it occurs more often than in the time before.
 *
 * @param name a theme's label, the id of a place or source, or the word itself
 * @param count posts in the spike's time
 * @param expected posts that the time before would make one expect
 */
public record Driver(Type type, String name, long count, double expected) {

  /** What is over-represented. */
  public enum Type {
    THEME,
    WORD,
    PLACE,
    SOURCE
  }
}
