package org.bedside.understanding.watch;

import java.util.Arrays;

/**
 * The terms of one post: every word, tag, handle, domain, sign and field value that a watch could
 * name, folded, with its place. Columns that grow and are filled again. Not thread-safe.
 */
final class TermList {

  private static final int FIRST_SIZE = 256;

  private char[] chars = new char[4 * FIRST_SIZE];
  private int charCount;
  private int[] charFrom = new int[FIRST_SIZE];
  private int[] hash = new int[FIRST_SIZE];
  private int[] position = new int[FIRST_SIZE];
  private int[] lastPosition = new int[FIRST_SIZE];
  private int[] start = new int[FIRST_SIZE];
  private int[] end = new int[FIRST_SIZE];
  private boolean[] globbed = new boolean[FIRST_SIZE];
  private int size;

  /**
   * Adds a term.
   *
   * @param position of its first word, or -1 where it stands among no words
   * @param start first code unit in the text, or -1 where it isn't in the text
   * @param globbed whether patterns are held against it
   */
  void add(
      char[] from,
      int length,
      int position,
      int lastPosition,
      int start,
      int end,
      boolean globbed) {
    room(length);
    int at = charCount;
    int h = 0;
    for (int i = 0; i < length; i++) {
      char c = from[i];
      chars[at + i] = c;
      h = 31 * h + c;
    }
    charFrom[size] = at;
    hash[size] = WordTable.mix(h);
    this.position[size] = position;
    this.lastPosition[size] = lastPosition;
    this.start[size] = start;
    this.end[size] = end;
    this.globbed[size] = globbed;
    charCount = at + length;
    charFrom[++size] = charCount;
  }

  private void room(int length) {
    if (charCount + length > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(charCount + length, chars.length * 2));
    }
    if (size + 1 == charFrom.length) {
      int twice = charFrom.length * 2;
      charFrom = Arrays.copyOf(charFrom, twice);
      hash = Arrays.copyOf(hash, twice);
      position = Arrays.copyOf(position, twice);
      lastPosition = Arrays.copyOf(lastPosition, twice);
      start = Arrays.copyOf(start, twice);
      end = Arrays.copyOf(end, twice);
      globbed = Arrays.copyOf(globbed, twice);
    }
  }

  void clear() {
    size = 0;
    charCount = 0;
  }

  int size() {
    return size;
  }

  char[] chars() {
    return chars;
  }

  int charFrom(int term) {
    return charFrom[term];
  }

  int charTo(int term) {
    return charFrom[term + 1];
  }

  int hash(int term) {
    return hash[term];
  }

  int position(int term) {
    return position[term];
  }

  int lastPosition(int term) {
    return lastPosition[term];
  }

  int start(int term) {
    return start[term];
  }

  int end(int term) {
    return end[term];
  }

  boolean globbed(int term) {
    return globbed[term];
  }
}
