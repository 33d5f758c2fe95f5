package org.bedside.understanding.stories;

import java.util.Arrays;

/** Runs of words as numbers. */
final class StoryShingles {

  /** Shorter texts are said by many people who have never read each other. */
  static final int SHORTEST = 8;

  private StoryShingles() {}

  /** The hash of each run of {@code length} words, in order; none where there are fewer words. */
  static long[] of(long[] words, int length) {
    long[] shingles = new long[Math.max(0, words.length - length + 1)];
    for (int i = 0; i < shingles.length; i++) {
      long hash = length;
      for (int j = 0; j < length; j++) {
        hash = scramble(hash * 0x9E3779B97F4A7C15L + words[i + j]);
      }
      shingles[i] = hash;
    }
    return shingles;
  }

  /**
   * The least hash of each {@code window} neighbours (winnowing: Schleimer, Wilkerson and Aiken,
   * 2003): two texts that share a run of {@code window} shingles share at least one of these.
   */
  static long[] winnow(long[] shingles, int window) {
    if (shingles.length == 0) {
      return shingles;
    }
    long[] least = new long[Math.max(1, shingles.length - window + 1)];
    for (int i = 0; i < least.length; i++) {
      least[i] = shingles[i];
      for (int j = i + 1; j < Math.min(shingles.length, i + window); j++) {
        least[i] = Math.min(least[i], shingles[j]);
      }
    }
    return distinct(least);
  }

  /** Sorted, each once. */
  static long[] distinct(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    int size = 0;
    for (long value : sorted) {
      if (size == 0 || sorted[size - 1] != value) {
        sorted[size++] = value;
      }
    }
    return Arrays.copyOf(sorted, size);
  }

  /** How many values two sorted arrays without repetitions share. */
  static int shared(long[] one, long[] other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        shared++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  static long scramble(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
