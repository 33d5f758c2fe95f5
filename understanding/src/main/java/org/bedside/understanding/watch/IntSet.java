package org.bedside.understanding.watch;

import java.util.Arrays;

/** A few numbers, any but -1, to be emptied and filled again. Not thread-safe. */
final class IntSet {

  private static final int FEW = 32;

  /** Open addressing; each number plus one. */
  private int[] slots = new int[FEW];

  private int size;

  void clear() {
    if (size == 0) {
      return;
    }
    if (slots.length > FEW && size < slots.length / 16) {
      slots = new int[FEW];
    } else {
      Arrays.fill(slots, 0);
    }
    size = 0;
  }

  /** Whether the number wasn't there before. */
  boolean add(int number) {
    int slot = slot(number);
    while (slots[slot] != 0) {
      if (slots[slot] == number + 1) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = number + 1;
    if (++size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /** The numbers, in no order. */
  int[] toArray() {
    int[] numbers = new int[size];
    int count = 0;
    for (int slot : slots) {
      if (slot != 0) {
        numbers[count++] = slot - 1;
      }
    }
    return numbers;
  }

  private void grow() {
    int[] before = slots;
    slots = new int[before.length * 4];
    for (int entry : before) {
      if (entry != 0) {
        int slot = slot(entry - 1);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = entry;
      }
    }
  }

  private int slot(int number) {
    int mixed = number * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (slots.length - 1);
  }
}
