package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;

/**
 * One post as the watches of one index see it: which of their keys occur in it, and where. Filled
 * again for each post and index, so that reading allocates nothing. Not thread-safe.
 */
final class PostTerms implements Patterns.Sink {

  private final Occurrences found = new Occurrences();
  private int[] wordAt = new int[256];
  private int[] besideAt = new int[256];
  private int[] occurrenceAt = new int[256];
  private int positions;
  private String text = "";
  private double rating = Double.NaN;
  private Dictionary dictionary = Dictionary.EMPTY;
  private boolean patterns;

  private int patternAt;
  private int patternLast;
  private int patternStart;
  private int patternEnd;

  private final List<Stretches> spare = new ArrayList<>();
  private int spareUsed;
  private int[] counts = new int[16];

  /** Makes ready to be told of the terms of a post, to keep those that are keys. */
  void begin(Post post, Dictionary keys) {
    found.clear();
    spareUsed = 0;
    positions = 0;
    text = post.text();
    rating = post.rating() == null ? Double.NaN : post.rating();
    dictionary = keys;
    patterns = keys.hasPatterns();
  }

  /** Drops the post and the index, so that they aren't held while waiting for the next. */
  void clear() {
    text = "";
    dictionary = Dictionary.EMPTY;
  }

  /** A word that has the next position to itself, so that phrases run through it. */
  void word(char[] word, int length, int hash, int at, int from, int to) {
    gap(at);
    int id = dictionary.find(word, length, hash);
    if (id >= 0) {
      wordAt[at] = id;
      occurrenceAt[at] = found.add(id, at, at, from, to);
    }
    if (patterns) {
      patterns(word, length, at, at, from, to);
    }
  }

  /** The next position, with no word yet. */
  void gap(int at) {
    if (at == wordAt.length) {
      wordAt = Arrays.copyOf(wordAt, at * 2);
      besideAt = Arrays.copyOf(besideAt, at * 2);
      occurrenceAt = Arrays.copyOf(occurrenceAt, at * 2);
    }
    wordAt[at] = -1;
    besideAt[at] = -1;
    positions = at + 1;
  }

  /** A tag, handle or domain, laid over words. */
  void overlay(char[] folded, int length, int hash, int at, int lastAt, int from, int to) {
    int id = dictionary.find(folded, length, hash);
    if (id >= 0) {
      beside(found.add(id, at, lastAt, from, to), at);
    }
    if (patterns) {
      patterns(folded, length, at, lastAt, from, to);
    }
  }

  /** A character that is part of no word. */
  void sign(char[] folded, int length, int hash, int from, int to) {
    int id = dictionary.find(folded, length, hash);
    if (id >= 0) {
      found.add(id, -1, -1, from, to);
    }
  }

  /** What a field says, as a whole, at the next position. */
  void value(char[] folded, int length, int hash, int at) {
    gap(at);
    int id = dictionary.find(folded, length, hash);
    if (id >= 0) {
      found.add(id, at, at, -1, 0);
    }
  }

  private void patterns(char[] word, int length, int at, int lastAt, int from, int to) {
    patternAt = at;
    patternLast = lastAt;
    patternStart = from;
    patternEnd = to;
    dictionary.patterns(word, length, this);
  }

  @Override
  public void pattern(int id) {
    beside(found.add(id, patternAt, patternLast, patternStart, patternEnd), patternAt);
  }

  /** Notes an occurrence that shares its position with a word. */
  private void beside(int occurrence, int at) {
    found.linkHere(occurrence, besideAt[at]);
    besideAt[at] = occurrence;
  }

  boolean has(int id) {
    return found.first(id) >= 0;
  }

  /** The first occurrence of a key, or -1. */
  int first(int id) {
    return found.first(id);
  }

  /** The next occurrence of the same key, or -1. */
  int next(int occurrence) {
    return found.next(occurrence);
  }

  int position(int occurrence) {
    return found.position(occurrence);
  }

  int lastPosition(int occurrence) {
    return found.lastPosition(occurrence);
  }

  /** First code unit in the text, or -1 where it isn't in the text. */
  int start(int occurrence) {
    return found.start(occurrence);
  }

  int end(int occurrence) {
    return found.end(occurrence);
  }

  /** The occurrence of a key that stands beside the word at a position, or -1. */
  private int find(int place, int id) {
    int occurrence = besideAt[place];
    while (occurrence >= 0 && found.key(occurrence) != id) {
      occurrence = found.nextHere(occurrence);
    }
    return occurrence;
  }

  /** Whether a key occurs at a position. */
  boolean isAt(int place, int id) {
    return place >= 0 && place < positions && (wordAt[place] == id || find(place, id) >= 0);
  }

  /** The code units of the word or tag of this key that begins at a position. */
  Span span(int place, int id) {
    int occurrence = wordAt[place] == id ? occurrenceAt[place] : find(place, id);
    return new Span(found.start(occurrence), found.end(occurrence));
  }

  String text() {
    return text;
  }

  double rating() {
    return rating;
  }

  int positions() {
    return positions;
  }

  /** The plain key at a position, or -1. */
  int wordAt(int place) {
    return wordAt[place];
  }

  /** How many different keys occur. */
  int keys() {
    return found.keys();
  }

  int keyAt(int index) {
    return found.keyAt(index);
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
