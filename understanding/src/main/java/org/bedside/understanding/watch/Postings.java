package org.bedside.understanding.watch;

import java.util.Arrays;

/**
 * Under each key, or pair of neighbouring words, the watches filed there. Each entry is three
 * numbers: the watch (its complement when it is filed under several keys) and two more keys without
 * which it can't match, or -1. Where only one watch is filed that needs neither, the group itself
 * tells which. Immutable.
 */
final class Postings {

  static final int WIDTH = 3;

  /** No group. */
  static final int NOTHING = -1;

  /** The group that stands for watch 0; those of the others descend from it. */
  private static final int WATCH = -2;

  private static final byte FIRST = 1;
  private static final byte SECOND = 2;

  private final int[] groupOfKey;
  private final byte[] sides;
  private final PairTable groupOfPair;
  private final int[] from;
  private final int[] entries;

  private Postings(Builder builder) {
    int[] counts = new int[builder.groups];
    for (int i = 0; i < builder.size; i++) {
      counts[builder.groupOf[i]]++;
    }
    int[] numbers = new int[builder.groups];
    int groups = 0;
    for (int i = 0; i < builder.size; i++) {
      int group = builder.groupOf[i];
      int entry = i * WIDTH;
      if (counts[group] == 1 && builder.entries[entry] >= 0 && builder.entries[entry + 1] < 0) {
        numbers[group] = WATCH - builder.entries[entry];
      } else if (numbers[group] == 0) {
        numbers[group] = ++groups;
      }
    }
    from = new int[groups + 2];
    for (int i = 0; i < builder.size; i++) {
      int group = numbers[builder.groupOf[i]];
      if (group > 0) {
        from[group + 1]++;
      }
    }
    for (int i = 1; i < from.length; i++) {
      from[i] += from[i - 1];
    }
    int[] next = from.clone();
    entries = new int[from[groups + 1] * WIDTH];
    for (int i = 0; i < builder.size; i++) {
      int group = numbers[builder.groupOf[i]];
      if (group > 0) {
        System.arraycopy(builder.entries, i * WIDTH, entries, next[group]++ * WIDTH, WIDTH);
      }
    }
    groupOfKey = builder.groupOfKey;
    for (int i = 0; i < groupOfKey.length; i++) {
      groupOfKey[i] = groupOfKey[i] < 0 ? NOTHING : numbers[groupOfKey[i]];
    }
    sides = builder.sides;
    groupOfPair = builder.groupOfPair;
    groupOfPair.renumber(numbers);
  }

  /** Whether a group is one watch that needs nothing else; see {@link #watch}. */
  static boolean isWatch(int group) {
    return group <= WATCH;
  }

  static int watch(int group) {
    return WATCH - group;
  }

  /** What is filed under a key, or {@link #NOTHING}. */
  int group(int key) {
    return groupOfKey[key];
  }

  /** What is filed under two plain keys side by side, or {@link #NOTHING}. */
  int group(int first, int second) {
    if ((sides[first] & FIRST) == 0 || (sides[second] & SECOND) == 0) {
      return NOTHING;
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
