package org.bedside.understanding.watch;

import java.util.Arrays;

/**
 * Where the keys of one index occur in one post. Grows with the post, not with the index, so that
 * what is asked of it stays in the processor's nearest memory. Not thread-safe.
 */
final class Occurrences {

  private static final int FEW = 256;

  private int size;
  private int[] key = new int[64];
  private int[] next = new int[64];
  private int[] nextHere = new int[64];
  private int[] position = new int[64];
  private int[] lastPosition = new int[64];
  private int[] start = new int[64];
  private int[] end = new int[64];

  /** Of the first occurrence of a key: the last one. */
  private int[] last = new int[64];

  /** Open addressing: the first occurrence of a key plus one. */
  private int[] slots = new int[FEW];

  private int[] firsts = new int[64];
  private int keys;

  void clear() {
    if (slots.length > FEW && keys < slots.length / 16) {
      // Left from a long post: clearing it for each short one would cost more than the post.
      slots = new int[FEW];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
    keys = 0;
  }

  private int slot(int id) {
    return (id * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  /** Adds an occurrence and returns its number. */
  int add(int id, int at, int lastAt, int from, int to) {
    if (size == key.length) {
      grow();
    }
    int added = size++;
    key[added] = id;
    next[added] = -1;
    nextHere[added] = -1;
    position[added] = at;
    lastPosition[added] = lastAt;
    start[added] = from;
    end[added] = to;
    int slot = slot(id);
    while (slots[slot] != 0 && key[slots[slot] - 1] != id) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] == 0) {
      slots[slot] = added + 1;
      last[added] = added;
      addFirst(added);
    } else {
      int first = slots[slot] - 1;
      next[last[first]] = added;
      last[first] = added;
    }
    return added;
  }

  private void addFirst(int occurrence) {
    if (keys == firsts.length) {
      firsts = Arrays.copyOf(firsts, keys * 2);
    }
    firsts[keys++] = occurrence;
    if (keys * 2 > slots.length) {
      slots = new int[slots.length * 4];
      for (int i = 0; i < keys; i++) {
        int slot = slot(key[firsts[i]]);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = firsts[i] + 1;
      }
    }
  }

  private void grow() {
    int twice = size * 2;
    key = Arrays.copyOf(key, twice);
    next = Arrays.copyOf(next, twice);
    nextHere = Arrays.copyOf(nextHere, twice);
    position = Arrays.copyOf(position, twice);
    lastPosition = Arrays.copyOf(lastPosition, twice);
    start = Arrays.copyOf(start, twice);
    end = Arrays.copyOf(end, twice);
    last = Arrays.copyOf(last, twice);
  }

  /** The first occurrence of a key, or -1. */
  int first(int id) {
    int slot = slot(id);
    while (true) {
      int occurrence = slots[slot] - 1;
      if (occurrence < 0 || key[occurrence] == id) {
        return occurrence;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
  }

  /** How many different keys occur. */
  int keys() {
    return keys;
  }

  /** One of the different keys, in the order in which they were added. */
  int keyAt(int index) {
    return key[firsts[index]];
  }

  int key(int occurrence) {
    return key[occurrence];
  }

  /** The next occurrence of the same key, or -1. */
  int next(int occurrence) {
    return next[occurrence];
  }

  /** Another occurrence that begins at the same position, or -1. */
  int nextHere(int occurrence) {
    return nextHere[occurrence];
  }

  void linkHere(int occurrence, int other) {
    nextHere[occurrence] = other;
  }

  int position(int occurrence) {
    return position[occurrence];
  }

  int lastPosition(int occurrence) {
    return lastPosition[occurrence];
  }

  int start(int occurrence) {
    return start[occurrence];
  }

  int end(int occurrence) {
    return end[occurrence];
  }
}
