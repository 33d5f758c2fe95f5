package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the keys that any watch names: plain keys first, then patterns. A lookup touches one slot
 * for a word that nobody watches. Immutable.
 */
final class Dictionary {

  private static final int[] NONE = {};

  /** A longer start of a pattern is cut off here and the rest checked on the word itself. */
  private static final int LONGEST_START = 63;

  private final Table plain;
  private final Table starts;
  private final int[][] patternsByStart;
  private final String[] patterns;
  private final boolean[] wholeStart;
  private final long startLengths;
  private final Map<String, Integer> ids = new HashMap<>();

  Dictionary(Collection<String> keys) {
    List<String> words = new ArrayList<>();
    List<String> globs = new ArrayList<>();
    for (String key : keys) {
      (Keys.isPattern(key) ? globs : words).add(key);
    }
    words.forEach(word -> ids.put(word, ids.size()));
    globs.forEach(glob -> ids.put(glob, ids.size()));
    plain = new Table(words);
    patterns = globs.toArray(String[]::new);
    wholeStart = new boolean[patterns.length];
    Map<String, List<Integer>> byStart = new HashMap<>();
    long lengths = 0;
    for (int i = 0; i < patterns.length; i++) {
      String pattern = patterns[i];
      int star = pattern.indexOf('*');
      String start = pattern.substring(0, Math.min(star, LONGEST_START));
      wholeStart[i] = star == pattern.length() - 1 && star <= LONGEST_START;
      lengths |= 1L << start.length();
      byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(i);
    }
    List<String> starting = List.copyOf(byStart.keySet());
    starts = new Table(starting);
    patternsByStart = new int[starting.size()][];
    for (int i = 0; i < patternsByStart.length; i++) {
      patternsByStart[i] =
          byStart.getOrDefault(starting.get(i), List.of()).stream().mapToInt(p -> p).toArray();
    }
    startLengths = lengths;
  }

  /** Plain keys and patterns together. */
  int size() {
    return plain.size() + patterns.length;
  }

  boolean hasPatterns() {
    return patterns.length > 0;
  }

  /** The number of a key that was given when this was made. */
  int id(String key) {
    Integer id = ids.get(key);
    if (id == null) {
      throw new IllegalArgumentException("unknown key");
    }
    return id;
  }

  /** Whether a key is a word found at a position of its own, not one laid over other words. */
  static boolean isWord(String key) {
    char kind = key.charAt(0);
    boolean laidOver =
        kind == Keys.TAG.charAt(0)
            || kind == Keys.HANDLE.charAt(0)
            || kind == Keys.DOMAIN.charAt(0)
            || kind == Keys.SIGN.charAt(0);
    return !laidOver && !Keys.isPattern(key);
  }

  /** The plain key with these characters, or -1. */
  int find(char[] word, int length) {
    return plain.find(word, length, Table.hash(word, length));
  }

  /** Takes each pattern that the word matches. */
  void patterns(char[] word, int length, PatternSink sink) {
    int hash = 0;
    long lengths = startLengths;
    for (int i = 0; i < length && lengths >>> (i + 1) != 0 && i < LONGEST_START; i++) {
      hash = 31 * hash + word[i];
      if (((lengths >>> (i + 1)) & 1) != 0) {
        int start = starts.find(word, i + 1, Table.mix(hash));
        for (int pattern : start < 0 ? NONE : patternsByStart[start]) {
          if (wholeStart[pattern] || matches(patterns[pattern], word, length)) {
            sink.pattern(plain.size() + pattern);
          }
        }
      }
    }
  }

  /** Takes the numbers of patterns. */
  interface PatternSink {
    void pattern(int id);
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

  /** Open addressing; each slot holds 32 bits of hash and the number plus one. */
  private static final class Table {

    private final long[] slots;
    private final char[] pool;
    private final int[] from;

    Table(List<String> keys) {
      slots = new long[Math.max(16, Integer.highestOneBit(Math.max(1, keys.size())) * 4)];
      from = new int[keys.size() + 1];
      pool = new char[keys.stream().mapToInt(String::length).sum()];
      int end = 0;
      for (int i = 0; i < keys.size(); i++) {
        String key = keys.get(i);
        key.getChars(0, key.length(), pool, end);
        int hash = hash(key.toCharArray(), key.length());
        end += key.length();
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

    static int hash(char[] word, int length) {
      int hash = 0;
      for (int i = 0; i < length; i++) {
        hash = 31 * hash + word[i];
      }
      return mix(hash);
    }

    static int mix(int hash) {
      int mixed = hash * 0x9E3779B9;
      return mixed ^ (mixed >>> 15);
    }

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
}
