package org.bedside.bench.cards;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some of the texts that a figure is measured on, by their indexes, and the others of them. */
final class Subgroup {

  private final String name;
  private final int[] rows;
  private final int[] others;

  /**
   * Parts texts.
   *
   * @param name in words, for a table
   * @param size how many texts there are
   */
  Subgroup(String name, int size, IntPredicate isIn) {
    this.name = name;
    this.rows = IntStream.range(0, size).filter(isIn).toArray();
    this.others = IntStream.range(0, size).filter(isIn.negate()).toArray();
  }

  String name() {
    return name;
  }

  int[] rows() {
    return rows.clone();
  }

  int[] others() {
    return others.clone();
  }
}
