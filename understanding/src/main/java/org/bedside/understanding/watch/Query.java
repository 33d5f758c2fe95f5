package org.bedside.understanding.watch;

import java.util.List;

/**
 * A query as read. NOT stands only before what can't be taken further apart: {@code NOT (a OR b)}
 * is read as {@code NOT a AND NOT b}.
 *
 * <p>Atoms are keys of a {@link Dictionary}: a folded word, perhaps with asterisks, under a prefix
 * that tells the word of a field from one of the text (see {@link Keys}).
 */
public sealed interface Query {

  /** Every part. */
  record All(List<Query> parts) implements Query {}

  /** At least one part. */
  record Any(List<Query> parts) implements Query {}

  /**
   * Not this.
   *
   * @param column where NOT stands
   */
  record Not(Query part, int column) implements Query {}

  /** Words side by side; one word is the shortest phrase. */
  record Phrase(List<String> atoms) implements Query {}

  /** Words in any order with at most {@code between} others among them. */
  record Window(List<String> atoms, int between) implements Query {}

  /**
   * Two stretches that don't overlap, with at most {@code between} words in between.
   *
   * @param height how many of these are nested in one another, this one included
   */
  record Near(Query left, Query right, int between, boolean ordered, int height) implements Query {}

  /**
   * Exactly these characters.
   *
   * @param atoms the words in them; empty when there are none
   * @param lead code units before the first of those words
   */
  record Raw(String literal, List<String> atoms, int lead) implements Query {}

  /** Stars within bounds, both included; a bound that is not included is moved by one step. */
  record Rating(double least, double most) implements Query {}
}
