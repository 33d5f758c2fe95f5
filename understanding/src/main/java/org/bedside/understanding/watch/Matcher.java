package org.bedside.understanding.watch;

import java.util.Arrays;
import org.bedside.understanding.Post;

/**
 * The buffers to hold one post after the other against any indexes. Their size goes with the posts,
 * not with the watches. Not thread-safe.
 */
final class Matcher {

  private static final int[] NOTHING = {};

  private final PostWords words = new PostWords();
  private final PostTerms post = new PostTerms();
  private final IntSet groupsSeen = new IntSet();
  private final IntSet watchesSeen = new IntSet();
  private int[] found = new int[64];
  private int count;
  private int largest;

  Matcher() {}

  /**
   * Takes a post apart, to be held against indexes by {@link #match}.
   *
   * @param named which kinds of term those indexes name
   */
  void read(Post next, Prefixes named) {
    largest = Math.max(largest, next.text().length());
    words.read(next, named);
  }

  /** The indexes of the queries that match the post that was read, ascending, in a new array. */
  int[] match(WatchIndex index) {
    terms(index.dictionary());
    groupsSeen.clear();
    watchesSeen.clear();
    count = 0;
    Postings postings = index.postings();
    for (int i = 0; i < post.keys(); i++) {
      int group = postings.group(post.keyAt(i));
      if (group >= 0) {
        look(group, index);
      }
    }
    for (int i = 1; i < post.positions(); i++) {
      int first = post.wordAt(i - 1);
      int second = post.wordAt(i);
      if (first >= 0 && second >= 0) {
        int group = postings.group(first, second);
        if (group >= 0 && groupsSeen.add(group)) {
          look(group, index);
        }
      }
    }
    if (count == 0) {
      return NOTHING;
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  /** The terms of the post that was read among the keys of one index; good until the next call. */
  PostTerms terms(Dictionary dictionary) {
    post.read(words, dictionary);
    return post;
  }

  /** Drops the post, so that it isn't held while waiting for the next. */
  void clear() {
    words.clear();
    post.clear();
  }

  /** The length of the longest post read, in code units. */
  int largest() {
    return largest;
  }

  private void look(int group, WatchIndex index) {
    Postings postings = index.postings();
    int to = postings.to(group);
    for (int i = postings.from(group); i < to; i += Postings.WIDTH) {
      int one = postings.at(i + 1);
      int other = postings.at(i + 2);
      if ((one < 0 || post.has(one)) && (other < 0 || post.has(other))) {
        consider(postings.at(i), index);
      }
    }
  }

  private void consider(int entry, WatchIndex index) {
    int watch = entry;
    if (entry < 0) {
      watch = ~entry;
      if (!watchesSeen.add(watch)) {
        return;
      }
    }
    if (index.holds(watch, post)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = watch;
    }
  }
}
