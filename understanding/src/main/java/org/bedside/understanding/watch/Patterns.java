package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words with asterisks, found by what stands before the first of them. Immutable. */
final class Patterns {

  /** Takes the numbers of patterns. */
  interface Sink {
    void pattern(int id);
  }

  private static final int[] NONE = {};

  /** A longer start of a pattern is cut off here and the rest checked on the word itself. */
  private static final int LONGEST_START = 63;

  private final WordTable starts;
  private final int[][] byStart;
  private final String[] patterns;
  private final boolean[] wholeStart;
  private final long startLengths;

  Patterns(List<String> globs) {
    patterns = globs.toArray(String[]::new);
    wholeStart = new boolean[patterns.length];
    Map<String, List<Integer>> found = new HashMap<>();
    long lengths = 0;
    for (int i = 0; i < patterns.length; i++) {
      String pattern = patterns[i];
      int star = pattern.indexOf('*');
      String start = pattern.substring(0, Math.min(star, LONGEST_START));
      wholeStart[i] = star == pattern.length() - 1 && star <= LONGEST_START;
      lengths |= 1L << start.length();
      found.computeIfAbsent(start, _ -> new ArrayList<>()).add(i);
    }
    List<String> starting = List.copyOf(found.keySet());
    starts = new WordTable(starting);
    byStart = new int[starting.size()][];
    for (int i = 0; i < byStart.length; i++) {
      byStart[i] =
          found.getOrDefault(starting.get(i), List.of()).stream().mapToInt(p -> p).toArray();
    }
    startLengths = lengths;
  }

  int size() {
    return patterns.length;
  }

  /** Takes the number of each pattern that the word matches, counted from {@code base}. */
  void find(char[] word, int length, int base, Sink sink) {
    int hash = 0;
    long lengths = startLengths;
    for (int i = 0; i < length && i < LONGEST_START && lengths >>> (i + 1) != 0; i++) {
      hash = 31 * hash + word[i];
      if (((lengths >>> (i + 1)) & 1) != 0) {
        int start = starts.find(word, i + 1, WordTable.mix(hash));
        for (int pattern : start < 0 ? NONE : byStart[start]) {
          if (wholeStart[pattern] || matches(patterns[pattern], word, length)) {
            sink.pattern(base + pattern);
          }
        }
      }
    }
  }

  private static boolean matches(String pattern, char[] word, int length) {
    int p = 0;
    int star = -1;
    int retry = 0;
    for (int w = 0; w < length; ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = w;
      } else if (p < pattern.length() && pattern.charAt(p) == word[w]) {
        p++;
        w++;
      } else if (star >= 0) {
        p = star + 1;
        w = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
