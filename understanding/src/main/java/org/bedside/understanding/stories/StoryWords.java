package org.bedside.understanding.stories;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.words.Folding;

/**
 * The words of a post that travel with it: folded, without links, handles, {@code RT} and {@code
 * via}, agency datelines, hashtags hung before or behind, and the stump of a word cut off at the
 * end. Each is a 64-bit hash. One pass, linear in the text's length.
 */
final class StoryWords {

  /** More words tell nothing new about where a text comes from. */
  static final int MOST = 4_000;

  private static final long START = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;
  private static final long VIA = hash("via");
  private static final int LONGEST_DATELINE = 6;
  private static final Set<String> AGENCIES =
      Set.of(
          "(reuters)",
          "(ap)",
          "(afp)",
          "(upi)",
          "(efe)",
          "(dpa)",
          "(bloomberg)",
          "(cnn)",
          "(ansa)",
          "(xinhua)",
          "(europa",
          "(pa)");

  private final String text;
  private final long[] words;
  private final boolean[] numbers;
  private final boolean[] tags;
  private final StringBuilder word = new StringBuilder();
  private int size;
  private int lineStart;
  private int cut = -1;
  private boolean tagged;
  private boolean linked;

  private StoryWords(String text) {
    this.text = text;
    int most = Math.min(MOST, text.length());
    words = new long[most];
    numbers = new boolean[most];
    tags = new boolean[most];
  }

  /** What was cut out of a text. */
  static final class Cut {
    /** In their order. */
    final long[] words;

    /** Those of the words that hold a digit, distinct and sorted. */
    final long[] numbers;

    /** Whether it links to something. */
    final boolean linked;

    private Cut(long[] words, long[] numbers, boolean linked) {
      this.words = words;
      this.numbers = numbers;
      this.linked = linked;
    }
  }

  static Cut of(String text) {
    StoryWords words = new StoryWords(text);
    words.scan();
    return words.cut();
  }

  private void scan() {
    int at = 0;
    while (at < text.length() && size < words.length) {
      char c = text.charAt(at);
      if (c == '\n') {
        lineStart = size;
      }
      if (Character.isWhitespace(c)) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      chunk(at, end);
      at = end;
    }
  }

  private void chunk(int from, int end) {
    int start = from;
    while (start < end && isOpening(text.charAt(start))) {
      start++;
    }
    if (start == end || isLink(start, end)) {
      linked |= start < end;
      return;
    }
    char first = text.charAt(start);
    if (first == '@' && start + 1 < end && Character.isLetterOrDigit(text.charAt(start + 1))) {
      if (size > 0 && words[size - 1] == VIA) {
        size--;
      }
      return;
    }
    if (end - start == 2 && text.startsWith("RT", start)) {
      return;
    }
    if (first == '(' && isAgency(start, end) && size - lineStart <= LONGEST_DATELINE) {
      size = lineStart;
      return;
    }
    tagged = first == '#';
    int before = size;
    letters(start, end);
    if (size > before && isCutOff(end)) {
      cut = size;
    }
  }

  /** What may stand before a handle or a link; a parenthesis only where no agency follows. */
  private static boolean isOpening(char c) {
    return c == '“' || c == '"' || c == '\'' || c == '‘' || c == '.' || c == '?' || c == '«';
  }

  private boolean isLink(int start, int end) {
    int at = text.charAt(start) == '(' ? start + 1 : start;
    boolean http = is("http", at) && (at + 4 >= end || ".:s…".indexOf(text.charAt(at + 4)) >= 0);
    return http || is("www.", at) || is("pic.twitter.com/", at) || is("t.co/", at);
  }

  private boolean is(String expected, int at) {
    return text.regionMatches(true, at, expected, 0, expected.length());
  }

  private boolean isAgency(int start, int end) {
    return end - start <= 16
        && AGENCIES.contains(
            text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll("[^(a-z)]", ""));
  }

  private boolean isCutOff(int end) {
    return text.charAt(end - 1) == '…' || (end >= 3 && text.startsWith("...", end - 3));
  }

  private void letters(int start, int end) {
    int at = start;
    while (at < end && size < words.length) {
      int point = text.codePointAt(at);
      if (point == '&') {
        at = afterEntity(at, end);
      } else {
        letter(point);
        at += Character.charCount(point);
      }
    }
    finish();
  }

  private int afterEntity(int at, int end) {
    finish();
    int semicolon = at + 1;
    while (semicolon < end && semicolon < at + 7 && text.charAt(semicolon) != ';') {
      semicolon++;
    }
    return semicolon < end && text.charAt(semicolon) == ';' ? semicolon + 1 : at + 1;
  }

  private void letter(int point) {
    if (Character.isIdeographic(point)
        || (point >= 0x3040 && point <= 0x30FF)
        || (point >= 0x0E00 && point <= 0x0E7F)) {
      finish();
      word.appendCodePoint(point);
      finish();
    } else if (Character.isLetterOrDigit(point)) {
      if (word.length() < 64) {
        word.append(
            point < 0x80
                ? Character.toString(Character.toLowerCase(point))
                : Folding.fold(Character.toString(point)));
      }
    } else if (point != '\'' && point != '’' && point != '`' && !isMark(point)) {
      finish();
    }
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private void finish() {
    if (word.isEmpty() || size == words.length) {
      word.setLength(0);
      return;
    }
    tags[size] = tagged;
    numbers[size] = word.chars().anyMatch(Character::isDigit);
    words[size++] = hash(word);
    word.setLength(0);
  }

  private Cut cut() {
    int to = size;
    if (cut == to && to > 0) {
      to--;
    }
    int from = 0;
    int last = to;
    while (last > 0 && tags[last - 1]) {
      last--;
    }
    while (from < last && tags[from]) {
      from++;
    }
    if (last - from < StoryShingles.SHORTEST) {
      from = 0;
      last = to;
    }
    long[] kept = Arrays.copyOfRange(words, from, last);
    long[] figures = new long[kept.length];
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      if (numbers[from + i]) {
        figures[count++] = kept[i];
      }
    }
    return new Cut(kept, StoryShingles.distinct(Arrays.copyOf(figures, count)), linked);
  }

  private static long hash(CharSequence word) {
    long hash = START;
    for (int i = 0; i < word.length(); i++) {
      hash = (hash ^ word.charAt(i)) * PRIME;
    }
    return StoryShingles.scramble(hash);
  }
}
