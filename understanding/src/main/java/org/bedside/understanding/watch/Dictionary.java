package org.bedside.understanding.watch;

import java.util.List;

/** Numbers the keys that any watch names: plain keys first, then patterns. Immutable. */
final class Dictionary {

  static final Dictionary EMPTY = new Dictionary(new WordTable(List.of()), new Patterns(List.of()));

  private final WordTable plain;
  private final Patterns patterns;

  Dictionary(WordTable plain, Patterns patterns) {
    this.plain = plain;
    this.patterns = patterns;
  }

  /** Plain keys and patterns together. */
  int size() {
    return plain.size() + patterns.size();
  }

  boolean hasPatterns() {
    return patterns.size() > 0;
  }

  /** The plain key with these characters and their mixed hash, or -1. */
  int find(char[] word, int length, int hash) {
    return plain.find(word, length, hash);
  }

  /** Takes each pattern that the word matches. */
  void patterns(char[] word, int length, Patterns.Sink sink) {
    patterns.find(word, length, plain.size(), sink);
  }
}
