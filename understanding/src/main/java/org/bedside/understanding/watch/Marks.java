package org.bedside.understanding.watch;

/** Hashtags and handles: how they begin, how far they go, and what they fold to. */
final class Marks {

  /** Longer tags and handles aren't looked for. */
  static final int LONGEST = 253;

  private Marks() {}

  static boolean isHandle(char c) {
    return c == '@' || c == '\uFF20';
  }

  static boolean isTag(char c) {
    return c == '#' || c == '\uFF03';
  }

  /** Part of no word, yet something to see. */
  static boolean isSign(int codePoint) {
    return Letters.kind(codePoint) == Letters.OTHER
        && !Character.isWhitespace(codePoint)
        && !Character.isSpaceChar(codePoint);
  }

  /** Whether a tag or handle begins here: its sign, not inside a word, and a letter or digit. */
  static boolean begins(char[] text, int at, int to) {
    return (isTag(text[at]) || isHandle(text[at]))
        && (at == 0 || !Letters.joins(Character.codePointBefore(text, at)))
        && hasLetter(text, at + 1, to);
  }

  private static boolean hasLetter(char[] text, int from, int to) {
    int at = from;
    while (at < to && text[at] == '_' && at - from < LONGEST) {
      at++;
    }
    if (at == to) {
      return false;
    }
    byte kind = WordScanner.kindAt(text, at, to);
    return kind == Letters.ONE
        || kind == Letters.MANY
        || (kind == Letters.ALONE && Character.isLetter(WordScanner.codePoint(text, at, to)));
  }

  /** Where the tag or handle that begins at {@code at} ends. */
  static int end(char[] text, int at, int to, boolean stars) {
    int end = at + 1;
    while (end < to && (runs(text, end, to) || (stars && text[end] == '*'))) {
      end = WordScanner.after(text, end, to);
    }
    return end;
  }

  /** Where a handle goes on to when it is an address: name.example.org or name@example.org. */
  static int endOfAddress(char[] text, int endOfName, int to) {
    int end = endOfName;
    int limit = Math.min(to, endOfName + LONGEST);
    boolean at = false;
    while (end + 1 < limit
        && (text[end] == '.' || text[end] == '-' || (text[end] == '@' && !at))
        && runs(text, end + 1, limit)) {
      at |= text[end] == '@';
      end++;
      while (end < limit && runs(text, end, limit)) {
        end = WordScanner.after(text, end, limit);
      }
    }
    return end;
  }

  static boolean runs(char[] text, int at, int to) {
    int c = WordScanner.codePoint(text, at, to);
    return Letters.joins(c) || (Letters.kind(c) == Letters.ALONE && Character.isLetter(c));
  }

  static String fold(char[] text, int from, int to) {
    char[] folded = new char[(to - from) * Letters.LONGEST_FOLD];
    return new String(folded, 0, fold(text, from, to, folded, 0));
  }

  /** Writes the folded characters at {@code at}, punctuation kept; returns where they end. */
  static int fold(char[] text, int from, int to, char[] into, int at) {
    int end = at;
    int i = from;
    while (i < to) {
      byte kind = WordScanner.kindAt(text, i, to);
      if (kind == Letters.OTHER || kind == Letters.UNDERSCORE) {
        into[end++] = text[i++];
        continue;
      }
      int c = WordScanner.codePoint(text, i, to);
      if (kind != Letters.DIACRITIC && kind != Letters.INVISIBLE) {
        end = Letters.append(c, into, end);
      }
      i += Character.charCount(c);
    }
    return end;
  }
}
