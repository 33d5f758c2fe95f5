package org.bedside.understanding.teaching;

import java.util.Arrays;
import java.util.List;

/**
 * Sketches side by side, filed by what occurs in them, so that the likeness of a text to all of
 * them is had without a look at each. Immutable and thread-safe.
 */
final class Shelf {

  private final int size;
  private final int mask;
  // A word's slot holds its key; its entries lie from first[slot] to first[slot + 1].
  private final int[] keys;
  private final int[] first;
  private final int[] of;
  private final float[] value;
  private final float[][] dense;

  Shelf(List<Sketch> sketches) {
    size = sketches.size();
    int entries = sketches.stream().mapToInt(sketch -> sketch.at().length).sum();
    long distinct = sketches.stream().flatMapToInt(s -> Arrays.stream(s.at())).distinct().count();
    mask = Integer.highestOneBit((int) Math.max(16, distinct)) * 4 - 1;
    keys = new int[mask + 1];
    int[] count = new int[mask + 2];
    dense = new float[size][];
    for (int s = 0; s < size; s++) {
      dense[s] = sketches.get(s).dense();
      for (int at : sketches.get(s).at()) {
        int slot = slot(at, count);
        keys[slot] = at;
        count[slot]++;
      }
    }
    first = new int[mask + 2];
    for (int slot = 0; slot <= mask; slot++) {
      first[slot + 1] = first[slot] + count[slot];
    }
    of = new int[entries];
    value = new float[entries];
    int[] next = Arrays.copyOf(first, first.length);
    for (int s = 0; s < size; s++) {
      Sketch sketch = sketches.get(s);
      for (int i = 0; i < sketch.at().length; i++) {
        int entry = next[slot(sketch.at()[i], count)]++;
        of[entry] = s;
        value[entry] = sketch.value()[i];
      }
    }
  }

  private int slot(int key, int[] count) {
    int slot = (key ^ key >>> 16) & mask;
    while (count[slot] > 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  int size() {
    return size;
  }

  /** The likeness to each, -1 to 1, in the order they were given. */
  float[] likeness(Sketch sketch) {
    float[] likeness = new float[size];
    for (int i = 0; i < sketch.at().length; i++) {
      int key = sketch.at()[i];
      int slot = (key ^ key >>> 16) & mask;
      while (first[slot + 1] > first[slot] && keys[slot] != key) {
        slot = slot + 1 & mask;
      }
      for (int entry = first[slot]; entry < first[slot + 1]; entry++) {
        likeness[of[entry]] += sketch.value()[i] * value[entry];
      }
    }
    for (int s = 0; s < size; s++) {
      float sum = 0;
      for (int d = 0; d < dense[s].length; d++) {
        sum += dense[s][d] * sketch.dense()[d];
      }
      likeness[s] += sum;
    }
    return likeness;
  }
}
