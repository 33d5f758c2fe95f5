package org.bedside.understanding.watch;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers words in the order given. Open addressing; each slot holds 32 bits of hash and the number
 * plus one, so that a lookup of a word that isn't there nearly always touches one slot. Immutable.
 */
final class WordTable {

  private final long[] slots;
  private final char[] pool;
  private final int[] from;

  WordTable(List<String> words) {
    slots = new long[Math.max(16, Integer.highestOneBit(Math.max(1, words.size())) * 4)];
    from = new int[words.size() + 1];
    pool = new char[words.stream().mapToInt(String::length).sum()];
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      word.getChars(0, word.length(), pool, end);
      // A string's own hash is the same polynomial.
      int hash = mix(word.hashCode());
      end += word.length();
      from[i + 1] = end;
      int slot = hash & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = ((long) hash << 32) | (i + 1);
    }
  }

  int size() {
    return from.length - 1;
  }

  /** Spreads the bits of a polynomial hash, 31 for each character. */
  static int mix(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  /** The mixed hash of a word. */
  static int hash(char[] word, int length) {
    int hash = 0;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + word[i];
    }
    return mix(hash);
  }

  /** The number of a word whose mixed hash is given, or -1. */
  int find(char[] word, int length, int hash) {
    int slot = hash & (slots.length - 1);
    while (true) {
      long entry = slots[slot];
      if (entry == 0) {
        return -1;
      }
      if ((int) (entry >>> 32) == hash) {
        int id = (int) entry - 1;
        if (Arrays.equals(pool, from[id], from[id + 1], word, 0, length)) {
          return id;
        }
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }
}
