package org.bedside.understanding.watch;

/** Numbers the keys that any watch names: plain keys first, then patterns. Immutable. */
final class Dictionary {

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
  int find(char[] chars, int from, int to, int hash) {
    return plain.find(chars, from, to, hash);
  }

  /** Takes each pattern that the word matches. */
  void patterns(char[] chars, int from, int to, Patterns.Sink sink) {
    patterns.find(chars, from, to, plain.size(), sink);
  }
}
