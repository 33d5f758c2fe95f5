package org.bedside.understanding.model;

/** A 32-bit hash that is the same on every machine; trained weights depend on it never changing. */
final class Hash {

  private Hash() {}

  static int start(String name) {
    return of(name);
  }

  static int of(String text) {
    int hash = 0x811C9DC5;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    return scramble(hash);
  }

  static int mix(int hash, int next) {
    return scramble(hash * 0x9E3779B1 + next);
  }

  private static int scramble(int value) {
    int mixed = value;
    mixed ^= mixed >>> 16;
    mixed *= 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    mixed *= 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }
}
