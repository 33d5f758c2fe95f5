package org.bedside.understanding.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A list of stretches of positions, each packed into one number that sorts by start, then end. */
final class Stretches {

  private long[] items = new long[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  void add(int first, int last) {
    addPacked(((long) first << 32) | last);
  }

  private void addPacked(long item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, size * 2);
    }
    items[size++] = item;
  }

  int first(int index) {
    return (int) (items[index] >>> 32);
  }

  int last(int index) {
    return (int) items[index];
  }

  void sort() {
    Arrays.sort(items, 0, size);
  }

  /** Puts the ends first, so that sorting sorts by them. */
  void turn() {
    for (int i = 0; i < size; i++) {
      items[i] = (items[i] << 32) | (items[i] >>> 32);
    }
  }

  void addAll(Stretches others) {
    for (int i = 0; i < others.size; i++) {
      addPacked(others.items[i]);
    }
  }

  /** Sorts, and leaves out every stretch that another one lies inside; then the ends ascend too. */
  void keepShortest() {
    sort();
    int kept = size;
    int end = Integer.MAX_VALUE;
    for (int i = size - 1; i >= 0; i--) {
      boolean longer = i > 0 && first(i - 1) == first(i);
      if (!longer && last(i) < end) {
        end = last(i);
        items[--kept] = items[i];
      }
    }
    System.arraycopy(items, kept, items, 0, size - kept);
    size -= kept;
  }

  /** Leaves out what none of the others holds; leaves all where there are no others. */
  void keepInside(@Nullable Stretches others) {
    if (others == null) {
      return;
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (others.hold(first(i), last(i))) {
        items[kept++] = items[i];
      }
    }
    size = kept;
  }

  /** Of a list made by {@link #keepShortest}: whether any of its stretches holds this one. */
  boolean hold(int first, int last) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first(middle) <= first) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && last(low - 1) >= last;
  }
}
