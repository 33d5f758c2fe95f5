package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  private TermList terms = new TermList();
  private int term;

  private final List<Stretches> spare = new ArrayList<>();
  private int spareUsed;
  private int[] counts = new int[16];

  /** Looks up the terms of a post among the keys of an index. */
  void read(PostWords words, Dictionary dictionary) {
    found.clear();
    spareUsed = 0;
    text = words.text();
    rating = words.rating();
    terms = words.terms();
    place(words.positions());
    boolean patterns = dictionary.hasPatterns();
    char[] chars = terms.chars();
    int size = terms.size();
    for (term = 0; term < size; term++) {
      int from = terms.charFrom(term);
      int to = terms.charTo(term);
      int id = dictionary.find(chars, from, to, terms.hash(term));
      if (id >= 0) {
        if (words.isWord(term)) {
          standAlone(id);
        } else {
          beside(id);
        }
      }
      if (patterns && terms.globbed(term)) {
        dictionary.patterns(chars, from, to, this);
      }
    }
  }

  /** Drops the post, so that it isn't held while waiting for the next. */
  void clear() {
    text = "";
  }

  private void place(int count) {
    if (count > wordAt.length) {
      int size = Math.max(count, wordAt.length * 2);
      wordAt = new int[size];
      besideAt = new int[size];
      occurrenceAt = new int[size];
    }
    Arrays.fill(wordAt, 0, count, -1);
    Arrays.fill(besideAt, 0, count, -1);
    positions = count;
  }

  private void standAlone(int id) {
    int occurrence = occur(id);
    int at = terms.position(term);
    if (at >= 0) {
      wordAt[at] = id;
      occurrenceAt[at] = occurrence;
    }
  }

  private void beside(int id) {
    int occurrence = occur(id);
    int at = terms.position(term);
    found.linkHere(occurrence, besideAt[at]);
    besideAt[at] = occurrence;
  }

  private int occur(int id) {
    return found.add(
        id, terms.position(term), terms.lastPosition(term), terms.start(term), terms.end(term));
  }

  @Override
  public void pattern(int id) {
    beside(id);
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
  private int beside(int place, int id) {
    int occurrence = besideAt[place];
    while (occurrence >= 0 && found.key(occurrence) != id) {
      occurrence = found.nextHere(occurrence);
    }
    return occurrence;
  }

  /** Whether a key occurs at a position. */
  boolean isAt(int place, int id) {
    return place >= 0 && place < positions && (wordAt[place] == id || beside(place, id) >= 0);
  }

  /** The code units of the word or tag of this key that begins at a position. */
  Span span(int place, int id) {
    int occurrence = wordAt[place] == id ? occurrenceAt[place] : beside(place, id);
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
