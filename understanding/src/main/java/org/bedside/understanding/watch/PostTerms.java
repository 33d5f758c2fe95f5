package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;

/**
 * One post as the watches see it: which keys occur in it, and where. Made once for each thread and
 * filled again for each post, so that reading a post allocates nothing. Not thread-safe.
 *
 * <p>Positions count words. The words of the author and the source stand after those of the text,
 * an empty position between them, so that no phrase runs from one into the other.
 */
final class PostTerms implements WordScanner.Sink, Hosts.Sink, Dictionary.PatternSink {

  private final Dictionary dictionary;
  private final Prefixes prefixes;
  private final WordScanner scanner = new WordScanner();

  /** For each key its first and last occurrence, or -1. */
  private final int[] first;

  private final int[] last;
  private int[] touched = new int[64];
  private int touchedCount;

  private int occurrences;
  private int[] key = new int[256];
  private int[] next = new int[256];
  private int[] nextHere = new int[256];
  private int[] position = new int[256];
  private int[] lastPosition = new int[256];
  private int[] start = new int[256];
  private int[] end = new int[256];

  private int words;
  private int textWords;
  private int[] wordAt = new int[256];
  private int[] othersAt = new int[256];
  private int[] occurrenceAt = new int[256];
  private int[] wordStart = new int[256];

  private char[] chars = new char[1024];
  private final char[] folded =
      new char[(Keys.LONGEST_HOST + Marks.LONGEST) * Letters.LONGEST_FOLD];
  private String text = "";
  private double rating = Double.NaN;
  private boolean inText;

  private final List<Stretches> spare = new ArrayList<>();
  private int spareUsed;
  private int[] counts = new int[16];

  PostTerms(Dictionary dictionary, Prefixes prefixes) {
    this.dictionary = dictionary;
    this.prefixes = prefixes;
    first = new int[dictionary.size()];
    last = new int[dictionary.size()];
    Arrays.fill(first, -1);
  }

  void read(Post post) {
    clear();
    text = post.text();
    rating = post.rating() == null ? Double.NaN : post.rating();
    int length = load(text);
    inText = true;
    scanner.scan(chars, 0, length, "", false, this);
    textWords = words;
    if (prefixes.tags() || prefixes.handles()) {
      marks(length);
    }
    if (prefixes.domains()) {
      Hosts.scan(chars, length, this);
    }
    if (prefixes.signs()) {
      signs(length);
    }
    inText = false;
    fields(post);
  }

  /** Drops the post, so that it isn't held while waiting for the next. */
  void clear() {
    for (int i = 0; i < touchedCount; i++) {
      first[touched[i]] = -1;
    }
    touchedCount = 0;
    occurrences = 0;
    words = 0;
    text = "";
    spareUsed = 0;
    if (chars.length > 1 << 20) {
      shrink();
    }
  }

  /** One enormous post shouldn't hold memory for ever. */
  private void shrink() {
    chars = new char[1024];
    wordAt = new int[256];
    othersAt = new int[256];
    occurrenceAt = new int[256];
    wordStart = new int[256];
    key = new int[256];
    next = new int[256];
    nextHere = new int[256];
    position = new int[256];
    lastPosition = new int[256];
    start = new int[256];
    end = new int[256];
    spare.clear();
  }

  private int load(String value) {
    int length = value.length();
    if (length > chars.length) {
      chars = new char[Math.max(length, chars.length * 2)];
    }
    value.getChars(0, length, chars, 0);
    return length;
  }

  @Override
  public void word(char[] word, int length, int from, int to) {
    int id = dictionary.find(word, length);
    int at = newPosition(from, id);
    if (id >= 0) {
      occurrenceAt[at] = occurrences;
      occur(id, at, at, from, to);
    }
    if (dictionary.hasPatterns()) {
      patternAt = at;
      patternLast = at;
      patternStart = from;
      patternEnd = to;
      dictionary.patterns(word, length, this);
    }
  }

  private int patternAt;
  private int patternLast;
  private int patternStart;
  private int patternEnd;

  @Override
  public void pattern(int id) {
    beside(id, patternAt, patternLast, patternStart, patternEnd);
  }

  private int newPosition(int from, int id) {
    if (words == wordAt.length) {
      wordAt = Arrays.copyOf(wordAt, words * 2);
      othersAt = Arrays.copyOf(othersAt, words * 2);
      occurrenceAt = Arrays.copyOf(occurrenceAt, words * 2);
      wordStart = Arrays.copyOf(wordStart, words * 2);
    }
    wordAt[words] = id;
    othersAt[words] = -1;
    wordStart[words] = from;
    return words++;
  }

  private void occur(int id, int at, int lastAt, int from, int to) {
    if (occurrences == key.length) {
      int size = occurrences * 2;
      key = Arrays.copyOf(key, size);
      next = Arrays.copyOf(next, size);
      nextHere = Arrays.copyOf(nextHere, size);
      position = Arrays.copyOf(position, size);
      lastPosition = Arrays.copyOf(lastPosition, size);
      start = Arrays.copyOf(start, size);
      end = Arrays.copyOf(end, size);
    }
    int occurrence = occurrences++;
    key[occurrence] = id;
    next[occurrence] = -1;
    position[occurrence] = at;
    lastPosition[occurrence] = lastAt;
    start[occurrence] = inText ? from : -1;
    end[occurrence] = to;
    if (first[id] < 0) {
      first[id] = occurrence;
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, touchedCount * 2);
      }
      touched[touchedCount++] = id;
    } else {
      next[last[id]] = occurrence;
    }
    last[id] = occurrence;
  }

  /** An occurrence that shares its position with a word. */
  private void beside(int id, int at, int lastAt, int from, int to) {
    occur(id, at, lastAt, from, to);
    nextHere[occurrences - 1] = othersAt[at];
    othersAt[at] = occurrences - 1;
  }

  private void marks(int length) {
    int word = 0;
    for (int i = 0; i < length; i++) {
      boolean handle = Marks.isHandle(chars[i]);
      if (!(handle ? prefixes.handles() : prefixes.tags() && Marks.isTag(chars[i]))
          || !Marks.begins(chars, i, length)) {
        continue;
      }
      int to = Marks.end(chars, i, length, false);
      word = wordFrom(word, i);
      overlay(handle ? Keys.HANDLE : Keys.TAG, i + 1, i, to, word);
      if (handle) {
        int further = Marks.endOfAddress(chars, to, length);
        if (further > to) {
          overlay(Keys.HANDLE, i + 1, i, further, word);
        }
      }
      i = to - 1;
    }
  }

  @Override
  public void domain(int from, int to) {
    overlay(Keys.DOMAIN, from, from, to, wordFrom(0, from));
  }

  private void signs(int length) {
    for (int i = 0; i < length; i = WordScanner.after(chars, i, length)) {
      int c = WordScanner.codePoint(chars, i, length);
      if (Marks.isSign(c)) {
        folded[0] = Keys.SIGN.charAt(0);
        int id = dictionary.find(folded, 1 + Character.toChars(c, folded, 1));
        if (id >= 0) {
          occur(id, -1, -1, i, i + Character.charCount(c));
        }
      }
    }
  }

  /** The first word of the text, from this one on, that begins at or after a code unit. */
  private int wordFrom(int word, int from) {
    int found = Arrays.binarySearch(wordStart, word, textWords, from);
    return found < 0 ? -found - 1 : found;
  }

  private void overlay(String prefix, int foldFrom, int from, int to, int word) {
    int lastWord = wordFrom(word, to) - 1;
    if (to - foldFrom > Marks.LONGEST || lastWord < word) {
      return;
    }
    prefix.getChars(0, prefix.length(), folded, 0);
    int length = Marks.fold(chars, foldFrom, to, folded, prefix.length());
    int id = dictionary.find(folded, length);
    if (id >= 0) {
      beside(id, word, lastWord, from, to);
    }
    if (dictionary.hasPatterns()) {
      patternAt = word;
      patternLast = lastWord;
      patternStart = from;
      patternEnd = to;
      dictionary.patterns(folded, length, this);
    }
  }

  private void fields(Post post) {
    if (prefixes.author() && post.author() != null) {
      words(Keys.AUTHOR, post.author());
    }
    if (prefixes.source() && post.source() != null) {
      words(Keys.SOURCE, post.source());
    }
    if (prefixes.site() && post.url() != null) {
      String host = Hosts.of(post.url());
      for (int from = 0; from >= 0 && from < host.length(); from = after(host, '.', from)) {
        value(Keys.SITE, host, from, host.length());
      }
    }
    if (prefixes.lang() && post.lang() != null && post.lang().length() <= Keys.LONGEST_HOST) {
      String tag = post.lang().toLowerCase(Locale.ROOT).replace('_', '-');
      for (int to = tag.indexOf('-'); to > 0; to = tag.indexOf('-', to + 1)) {
        value(Keys.LANG, tag, 0, to);
      }
      value(Keys.LANG, tag, 0, tag.length());
    }
    if (prefixes.country() && post.country() != null && post.country().length() == 2) {
      value(Keys.COUNTRY, post.country().toLowerCase(Locale.ROOT), 0, 2);
    }
    if (prefixes.stars() && !Double.isNaN(rating)) {
      String stars = Integer.toString(Keys.stars(rating));
      value(Keys.STARS, stars, 0, stars.length());
    }
  }

  private static int after(String host, char mark, int from) {
    int at = host.indexOf(mark, from);
    return at < 0 ? -1 : at + 1;
  }

  private void words(String prefix, String value) {
    newPosition(0, -1);
    scanner.scan(chars, 0, load(value), prefix, false, this);
  }

  private void value(String prefix, String value, int from, int to) {
    prefix.getChars(0, prefix.length(), folded, 0);
    value.getChars(from, to, folded, prefix.length());
    int id = dictionary.find(folded, prefix.length() + to - from);
    if (id >= 0) {
      occur(id, newPosition(0, -1), words - 1, 0, 0);
    }
  }

  // What the plans ask.

  boolean has(int id) {
    return first[id] >= 0;
  }

  /** The first occurrence of a key, or -1. */
  int first(int id) {
    return first[id];
  }

  /** The next occurrence of the same key, or -1. */
  int next(int occurrence) {
    return next[occurrence];
  }

  int position(int occurrence) {
    return position[occurrence];
  }

  int lastPosition(int occurrence) {
    return lastPosition[occurrence];
  }

  /** First code unit in the text, or -1 where it isn't in the text. */
  int start(int occurrence) {
    return start[occurrence];
  }

  int end(int occurrence) {
    return end[occurrence];
  }

  /** The occurrence of a key that begins at a position, or -1. */
  int at(int place, int id) {
    if (place < 0 || place >= words) {
      return -1;
    }
    for (int other = othersAt[place]; other >= 0; other = nextHere[other]) {
      if (key[other] == id) {
        return other;
      }
    }
    return -1;
  }

  /** Whether a key occurs at a position. */
  boolean isAt(int place, int id) {
    return place >= 0 && place < words && (wordAt[place] == id || at(place, id) >= 0);
  }

  /** The code units of the word or tag of this key that begins at a position. */
  Span span(int place, int id) {
    int occurrence = wordAt[place] == id ? occurrenceAt[place] : at(place, id);
    return new Span(start[occurrence], end[occurrence]);
  }

  String text() {
    return text;
  }

  double rating() {
    return rating;
  }

  int words() {
    return words;
  }

  /** The plain key at a position, or -1. */
  int wordAt(int place) {
    return wordAt[place];
  }

  int touchedCount() {
    return touchedCount;
  }

  int touched(int index) {
    return touched[index];
  }

  /** An empty list to work with until the matching {@link #giveBack}. */
  Stretches borrow() {
    if (spareUsed == spare.size()) {
      spare.add(new Stretches());
    }
    Stretches stretches = spare.get(spareUsed++);
    stretches.clear();
    return stretches;
  }

  /** Ends the use of the list that was borrowed last. */
  void giveBack() {
    spareUsed--;
  }

  /** Zeroes to count in; good until the next call. */
  int[] counts(int size) {
    if (counts.length < size) {
      counts = new int[Math.max(size, counts.length * 2)];
    }
    Arrays.fill(counts, 0, size, 0);
    return counts;
  }
}
