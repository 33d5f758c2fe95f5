package org.bedside.understanding.watch;

/** A number for each pair of neighbours. Open addressing; no pair is 0. Not changed once shared. */
final class PairTable {

  private long[] pairs = new long[16];
  private int[] numbers = new int[16];
  private int size;

  /** The number of a pair, or -1. */
  int get(long pair) {
    long[] known = pairs;
    for (int slot = slot(pair, known.length); ; slot = (slot + 1) & (known.length - 1)) {
      if (known[slot] == pair) {
        return numbers[slot];
      }
      if (known[slot] == 0) {
        return -1;
      }
    }
  }

  /** Adds a pair that isn't there. */
  void put(long pair, int number) {
    if (++size * 3L > pairs.length * 2L) {
      grow();
    }
    place(pair, number);
  }

  private void grow() {
    long[] before = pairs;
    int[] numbersBefore = numbers;
    pairs = new long[before.length * 2];
    numbers = new int[pairs.length];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != 0) {
        place(before[i], numbersBefore[i]);
      }
    }
  }

  private void place(long pair, int number) {
    int slot = slot(pair, pairs.length);
    while (pairs[slot] != 0) {
      slot = (slot + 1) & (pairs.length - 1);
    }
    pairs[slot] = pair;
    numbers[slot] = number;
  }

  private static int slot(long pair, int length) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (length - 1);
  }

  /** Gives each pair the number that stands at its number. */
  void renumber(int[] to) {
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] != 0) {
        numbers[i] = to[numbers[i]];
      }
    }
  }
}
