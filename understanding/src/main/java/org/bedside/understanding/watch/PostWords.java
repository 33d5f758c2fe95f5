package org.bedside.understanding.watch;

import java.util.Arrays;
import java.util.Locale;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/**
 * Takes a post apart, once for all the indexes it is held against. Filled again for each post, so
 * that reading one allocates nothing. Not thread-safe.
 *
 * <p>Positions count words. The words of the author and the source stand after those of the text,
 * an empty position between them, so that no phrase runs from one into the other.
 */
final class PostWords implements WordScanner.Sink, Hosts.Sink {

  private final WordScanner scanner = new WordScanner();
  private PostTerms[] readers = {};
  private final char[] folded =
      new char[(Keys.LONGEST_HOST + Marks.LONGEST) * Letters.LONGEST_FOLD];
  private char[] chars = new char[1024];
  private int[] wordStart = new int[256];
  private int textWords;
  private int positions;
  private boolean inText;

  /**
   * Reads a post.
   *
   * @param named which kinds of term any watch names; the others are left out
   * @param into each is told of every term
   */
  void read(Post post, Prefixes named, PostTerms[] into) {
    readers = into;
    positions = 0;
    String text = post.text();
    int length = load(text);
    inText = true;
    scanner.scan(chars, 0, length, "", false, this);
    textWords = positions;
    if (named.tags() || named.handles()) {
      marks(length, named);
    }
    if (named.domains()) {
      Hosts.scan(chars, length, this);
    }
    if (named.signs()) {
      signs(length);
    }
    inText = false;
    fields(post, named);
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
    if (inText) {
      if (positions == wordStart.length) {
        wordStart = Arrays.copyOf(wordStart, positions * 2);
      }
      wordStart[positions] = from;
    }
    int hash = WordTable.hash(word, length);
    int start = inText ? from : -1;
    for (PostTerms reader : readers) {
      reader.word(word, length, hash, positions, start, to);
    }
    positions++;
  }

  private void marks(int length, Prefixes named) {
    int word = 0;
    for (int i = 0; i < length; i++) {
      boolean handle = Marks.isHandle(chars[i]);
      if (!(handle ? named.handles() : named.tags() && Marks.isTag(chars[i]))
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
    int hash = WordTable.hash(folded, length);
    for (PostTerms reader : readers) {
      reader.overlay(folded, length, hash, word, lastWord, from, to);
    }
  }

  private void signs(int length) {
    for (int i = 0; i < length; i = WordScanner.after(chars, i, length)) {
      int c = WordScanner.codePoint(chars, i, length);
      if (Marks.isSign(c)) {
        folded[0] = Keys.SIGN.charAt(0);
        int width = Character.toChars(c, folded, 1);
        int hash = WordTable.hash(folded, 1 + width);
        for (PostTerms reader : readers) {
          reader.sign(folded, 1 + width, hash, i, i + width);
        }
      }
    }
  }

  private void fields(Post post, Prefixes named) {
    words(Keys.AUTHOR, named.author() ? post.author() : null);
    words(Keys.SOURCE, named.source() ? post.source() : null);
    if (named.site() && post.url() != null) {
      String host = Hosts.of(post.url());
      for (int from = 0; from >= 0 && from < host.length(); from = after(host, '.', from)) {
        value(Keys.SITE, host, from, host.length());
      }
    }
    if (named.lang() && post.lang() != null && post.lang().length() <= Keys.LONGEST_HOST) {
      String tag = post.lang().toLowerCase(Locale.ROOT).replace('_', '-');
      for (int to = tag.indexOf('-'); to > 0; to = tag.indexOf('-', to + 1)) {
        value(Keys.LANG, tag, 0, to);
      }
      value(Keys.LANG, tag, 0, tag.length());
    }
    if (named.country() && post.country() != null && post.country().length() == 2) {
      value(Keys.COUNTRY, post.country().toLowerCase(Locale.ROOT), 0, 2);
    }
    Double rating = post.rating();
    if (named.stars() && rating != null && !rating.isNaN()) {
      String stars = Integer.toString(Keys.stars(rating));
      value(Keys.STARS, stars, 0, stars.length());
    }
  }

  private static int after(String host, char mark, int from) {
    int at = host.indexOf(mark, from);
    return at < 0 ? -1 : at + 1;
  }

  private void words(String prefix, @Nullable String value) {
    if (value != null) {
      gap();
      scanner.scan(chars, 0, load(value), prefix, false, this);
    }
  }

  private void value(String prefix, String value, int from, int to) {
    prefix.getChars(0, prefix.length(), folded, 0);
    value.getChars(from, to, folded, prefix.length());
    int length = prefix.length() + to - from;
    int hash = WordTable.hash(folded, length);
    for (PostTerms reader : readers) {
      reader.value(folded, length, hash, positions);
    }
    positions++;
  }

  /** A position with no word. */
  private void gap() {
    for (PostTerms reader : readers) {
      reader.gap(positions);
    }
    positions++;
  }
}
