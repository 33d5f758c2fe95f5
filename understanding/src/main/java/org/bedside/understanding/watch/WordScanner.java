package org.bedside.understanding.watch;

import java.util.Arrays;

/**
 * Takes text apart into folded words. A word is a run of letters and digits, with underscores
 * inside it; everything else parts words, apostrophes and hyphens too. Emoji and the letters of
 * scripts without spaces are words by themselves. Not thread-safe; holds only buffers.
 */
final class WordScanner {

  /** Takes the words one after the other. */
  interface Sink {

    /**
     * One word.
     *
     * @param word holds the folded characters, from 0; to be copied, not kept
     * @param start first code unit of the word in the text
     * @param end after the last
     */
    void word(char[] word, int length, int start, int end);
  }

  private char[] word = new char[128];

  /**
   * Reads {@code text} from {@code from} to {@code to}.
   *
   * @param prefix characters put before each word, to tell the words of a field from others
   * @param stars whether an asterisk is part of a word, as it is in queries
   */
  void scan(char[] text, int from, int to, String prefix, boolean stars, Sink sink) {
    int before = prefix.length();
    prefix.getChars(0, before, word, 0);
    int at = from;
    while (at < to) {
      int c = text[at];
      byte kind = stars && c == '*' ? Letters.ONE : kindAt(text, at, to);
      if (kind == Letters.ONE || kind == Letters.MANY || kind == Letters.UNDERSCORE) {
        at = run(text, at, to, before, stars, sink);
      } else if (kind == Letters.ALONE) {
        at = alone(text, at, to, before, stars, sink);
      } else {
        at = after(text, at, to);
      }
    }
  }

  private int alone(char[] text, int start, int to, int before, boolean stars, Sink sink) {
    int c = codePoint(text, start, to);
    room(before);
    int length = Letters.append(c, word, before);
    if (length == before) {
      length += Character.toChars(c, word, before);
    }
    int at = start + Character.charCount(c);
    while (at < to) {
      byte kind = kindAt(text, at, to);
      if (stars && text[at] == '*') {
        room(length);
        word[length++] = '*';
        at++;
        continue;
      }
      if (kind != Letters.MARK && kind != Letters.DIACRITIC) {
        break;
      }
      int mark = codePoint(text, at, to);
      if (kind == Letters.MARK) {
        room(length);
        length = Letters.append(mark, word, length);
      }
      at += Character.charCount(mark);
    }
    sink.word(word, length, start, at);
    return at;
  }

  private int run(char[] text, int from, int to, int before, boolean stars, Sink sink) {
    int at = from;
    int start = -1;
    int end = from;
    int length = before;
    int kept = before;
    while (at < to) {
      int c = text[at];
      byte kind = stars && c == '*' ? Letters.ONE : kindAt(text, at, to);
      if (kind == Letters.OTHER || kind == Letters.ALONE) {
        break;
      }
      int next = at + 1;
      if (kind == Letters.UNDERSCORE) {
        if (start >= 0) {
          room(length);
          word[length++] = '_';
        }
      } else if (kind == Letters.INVISIBLE) {
        next = after(text, at, to);
      } else if (kind == Letters.DIACRITIC) {
        next = after(text, at, to);
        end = length == kept ? next : end;
      } else {
        room(length);
        if (kind == Letters.ONE) {
          word[length++] = c == '*' ? '*' : Letters.folded(c);
        } else {
          int codePoint = codePoint(text, at, to);
          length = Letters.append(codePoint, word, length);
          next = at + Character.charCount(codePoint);
        }
        start = start < 0 ? at : start;
        end = next;
        kept = length;
      }
      at = next;
    }
    // What follows the last letter is underscores, which aren't part of the word.
    if (kept > before) {
      sink.word(word, kept, start, end);
    }
    return at;
  }

  private void room(int length) {
    if (length + Letters.LONGEST_FOLD > word.length) {
      word = Arrays.copyOf(word, word.length * 2);
    }
  }

  static byte kindAt(char[] text, int at, int to) {
    char c = text[at];
    return Character.isHighSurrogate(c) ? Letters.kind(codePoint(text, at, to)) : Letters.kind(c);
  }

  static int codePoint(char[] text, int at, int to) {
    return Character.codePointAt(text, at, to);
  }

  static int after(char[] text, int at, int to) {
    return Character.isHighSurrogate(text[at])
        ? at + Character.charCount(codePoint(text, at, to))
        : at + 1;
  }
}
