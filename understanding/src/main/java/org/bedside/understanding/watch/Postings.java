package org.bedside.understanding.watch;

import java.util.Arrays;

/**
 * Under each key, or pair of neighbouring words, the watches filed there. Each entry is three
 * numbers: the watch (its complement when it is filed under several keys) and two more keys without
 * which it can't match, or -1. Immutable.
 */
final class Postings {

  static final int WIDTH = 3;

  private static final byte FIRST = 1;
  private static final byte SECOND = 2;

  private final int[] groupOfKey;
  private final byte[] sides;
  private final PairTable groupOfPair;
  private final int[] from;
  private final int[] entries;

  private Postings(Builder builder) {
    groupOfKey = builder.groupOfKey;
    sides = builder.sides;
    groupOfPair = builder.groupOfPair;
    from = new int[builder.groups + 1];
    for (int i = 0; i < builder.size; i++) {
      from[builder.groupOf[i] + 1]++;
    }
    for (int i = 1; i < from.length; i++) {
      from[i] += from[i - 1];
    }
    int[] next = from.clone();
    entries = new int[builder.size * WIDTH];
    for (int i = 0; i < builder.size; i++) {
      int at = next[builder.groupOf[i]]++;
      System.arraycopy(builder.entries, i * WIDTH, entries, at * WIDTH, WIDTH);
    }
  }

  /** What is filed under a key, or -1. */
  int group(int key) {
    return groupOfKey[key];
  }

  /** What is filed under two plain keys side by side, or -1. */
  int group(int first, int second) {
    if ((sides[first] & FIRST) == 0 || (sides[second] & SECOND) == 0) {
      return -1;
    }
    return groupOfPair.get(Filing.pair(first, second));
  }

  int from(int group) {
    return from[group] * WIDTH;
  }

  int to(int group) {
    return from[group + 1] * WIDTH;
  }

  int at(int index) {
    return entries[index];
  }

  /** Collects entries in any order of their keys. */
  static final class Builder {

    private final int[] groupOfKey;
    private final byte[] sides;
    private final PairTable groupOfPair = new PairTable();
    private int groups;
    private int[] groupOf = new int[16];
    private int[] entries = new int[16 * WIDTH];
    private int size;

    /**
     * @param keys how many keys there are
     */
    Builder(int keys) {
      groupOfKey = new int[keys];
      Arrays.fill(groupOfKey, -1);
      sides = new byte[keys];
    }

    void add(long key, int watch, int need, int otherNeed) {
      if (size == groupOf.length) {
        groupOf = Arrays.copyOf(groupOf, size * 2);
        entries = Arrays.copyOf(entries, size * 2 * WIDTH);
      }
      groupOf[size] = key >>> 32 == 0 ? ofKey((int) key) : ofPair(key);
      entries[size * WIDTH] = watch;
      entries[size * WIDTH + 1] = need;
      entries[size * WIDTH + 2] = otherNeed;
      size++;
    }

    private int ofKey(int key) {
      if (groupOfKey[key] < 0) {
        groupOfKey[key] = groups++;
      }
      return groupOfKey[key];
    }

    private int ofPair(long pair) {
      int group = groupOfPair.get(pair);
      if (group < 0) {
        group = groups++;
        groupOfPair.put(pair, group);
        sides[(int) (pair >>> 32) - 1] |= FIRST;
        sides[(int) pair] |= SECOND;
      }
      return group;
    }

    Postings build() {
      return new Postings(this);
    }
  }
}
