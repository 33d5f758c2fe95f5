package org.bedside.understanding.watch;

import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.Post;

/**
 * The buffers to hold one post after the other against any indexes. Their size goes with the posts,
 * not with the watches. Not thread-safe.
 */
final class Matcher {

  private static final int[] NONE = {};

  private final PostWords words = new PostWords();
  private PostTerms[] terms = {};
  private final IntSet groupsSeen = new IntSet();
  private final IntSet watchesSeen = new IntSet();
  private int[] found = new int[64];
  private int count;
  private int largest;

  /**
   * Takes a post apart once for all indexes.
   *
   * @param named which kinds of term they name
   */
  void read(Post post, Prefixes named, List<Dictionary> dictionaries) {
    largest = Math.max(largest, post.text().length());
    if (terms.length != dictionaries.size()) {
      int known = terms.length;
      terms = Arrays.copyOf(terms, dictionaries.size());
      for (int i = known; i < terms.length; i++) {
        terms[i] = new PostTerms();
      }
    }
    for (int i = 0; i < terms.length; i++) {
      terms[i].begin(post, dictionaries.get(i));
    }
    words.read(post, named, terms);
  }

  /** What the index of this place knows of the post. */
  PostTerms terms(int place) {
    return terms[place];
  }

  /**
   * The indexes of the queries that match the post that was read, ascending, in a new array.
   *
   * @param place of the index's dictionary among those given
   */
  int[] match(WatchIndex index, int place) {
    PostTerms post = terms[place];
    groupsSeen.clear();
    watchesSeen.clear();
    count = 0;
    Postings postings = index.postings();
    for (int i = 0; i < post.keys(); i++) {
      int group = postings.group(post.keyAt(i));
      if (group != Postings.NOTHING) {
        look(group, index, post);
      }
    }
    for (int i = 1; i < post.positions(); i++) {
      int first = post.wordAt(i - 1);
      int second = post.wordAt(i);
      if (first >= 0 && second >= 0) {
        int group = postings.group(first, second);
        if (group != Postings.NOTHING && groupsSeen.add(group)) {
          look(group, index, post);
        }
      }
    }
    if (count == 0) {
      return NONE;
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  /** Drops the post, so that it isn't held while waiting for the next. */
  void clear() {
    for (PostTerms read : terms) {
      read.clear();
    }
  }

  /** The length of the longest post read, in code units. */
  int largest() {
    return largest;
  }

  private void look(int group, WatchIndex index, PostTerms post) {
    if (Postings.isWatch(group)) {
      take(Postings.watch(group), index, post);
      return;
    }
    Postings postings = index.postings();
    int to = postings.to(group);
    for (int i = postings.from(group); i < to; i += Postings.WIDTH) {
      int one = postings.at(i + 1);
      int other = postings.at(i + 2);
      if ((one < 0 || post.has(one)) && (other < 0 || post.has(other))) {
        int watch = postings.at(i);
        if (watch >= 0) {
          take(watch, index, post);
        } else if (watchesSeen.add(~watch)) {
          take(~watch, index, post);
        }
      }
    }
  }

  private void take(int watch, WatchIndex index, PostTerms post) {
    if (index.holds(watch, post)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = watch;
    }
  }
}
