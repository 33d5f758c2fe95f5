package org.bedside.evenhandedness;

/** Whom of a list to ask. There are these two ways and no other: neither looks at how it went. */
public sealed interface Selection {

  /** Everybody who may be asked. */
  record Everyone() implements Selection {}

  /**
   * As many, drawn by lot from those who may be asked.
   *
   * @param size at least 1
   */
  record RandomSample(int size) implements Selection {

    public RandomSample {
      if (size < 1) {
        throw new IllegalArgumentException("A sample has at least one");
      }
    }
  }
}
