package org.bedside.understanding.watch;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
  private final long[] pairs;
  private final int[] groupOfPair;
  private final int[] from;
  private final int[] entries;

  Postings(int keys, Map<Long, List<int[]>> byKey) {
    groupOfKey = new int[keys];
    Arrays.fill(groupOfKey, -1);
    sides = new byte[keys];
    int pairCount = (int) byKey.keySet().stream().filter(key -> key >>> 32 != 0).count();
    pairs = new long[Math.max(16, Integer.highestOneBit(Math.max(1, pairCount)) * 4)];
    groupOfPair = new int[pairs.length];
    from = new int[byKey.size() + 1];
    entries = new int[WIDTH * byKey.values().stream().mapToInt(List::size).sum()];
    int group = 0;
    int end = 0;
    for (Map.Entry<Long, List<int[]>> filed : byKey.entrySet()) {
      long key = filed.getKey();
      if (key >>> 32 == 0) {
        groupOfKey[(int) key] = group;
      } else {
        addPair(key, group);
      }
      for (int[] entry : filed.getValue()) {
        System.arraycopy(entry, 0, entries, end, WIDTH);
        end += WIDTH;
      }
      from[++group] = end;
    }
  }

  private void addPair(long pair, int group) {
    sides[(int) (pair >>> 32) - 1] |= FIRST;
    sides[(int) pair] |= SECOND;
    int slot = slot(pair);
    while (pairs[slot] != 0) {
      slot = (slot + 1) & (pairs.length - 1);
    }
    pairs[slot] = pair;
    groupOfPair[slot] = group;
  }

  private int slot(long pair) {
    long mixed = pair * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (pairs.length - 1);
  }

  int groups() {
    return from.length - 1;
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
    long pair = Planner.pair(first, second);
    for (int slot = slot(pair); pairs[slot] != 0; slot = (slot + 1) & (pairs.length - 1)) {
      if (pairs[slot] == pair) {
        return groupOfPair[slot];
      }
    }
    return -1;
  }

  int from(int group) {
    return from[group];
  }

  int to(int group) {
    return from[group + 1];
  }

  int at(int index) {
    return entries[index];
  }
}
