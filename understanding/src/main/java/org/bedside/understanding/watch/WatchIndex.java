package org.bedside.understanding.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries filed under what a post must contain to match them. Immutable and thread-safe. */
final class WatchIndex {

  private static final int NONE = -1;

  private final Dictionary dictionary;
  private final Prefixes prefixes;
  private final Postings postings;

  /** What must hold once the key is there under which a query is filed; null for nothing more. */
  private final @Nullable Plan[] rests;

  /** Files each query under its index in the list. */
  WatchIndex(List<Query> queries) {
    KeyBook book = new KeyBook();
    for (Query query : queries) {
      Planner.keys(query, book::use);
    }
    dictionary = book.dictionary();
    prefixes = book.prefixes();
    Planner planner = new Planner(book);
    Filing filing = new Filing(book);
    Postings.Builder builder = new Postings.Builder(dictionary.size());
    rests = new @Nullable Plan[queries.size()];
    for (int i = 0; i < rests.length; i++) {
      Filing.Anchors anchors = filing.anchors(queries.get(i));
      if (anchors == null) {
        throw new IllegalArgumentException("the query matches what contains nothing");
      }
      rests[i] = anchors.rest() == null ? null : planner.plan(anchors.rest());
      file(anchors, filing, i, builder);
    }
    postings = builder.build();
  }

  private static void file(
      Filing.Anchors anchors, Filing filing, int watch, Postings.Builder builder) {
    long[] keys = anchors.keys();
    int[] needs = anchors.rest() == null ? new int[0] : filing.needs(anchors.rest());
    for (long key : keys) {
      int need = NONE;
      int otherNeed = NONE;
      for (int i = 0; i < needs.length && otherNeed == NONE; i++) {
        if (needs[i] == (int) key || needs[i] == (key >>> 32) - 1) {
          continue;
        }
        if (need == NONE) {
          need = needs[i];
        } else {
          otherNeed = needs[i];
        }
      }
      builder.add(key, keys.length > 1 ? ~watch : watch, need, otherNeed);
    }
  }

  Dictionary dictionary() {
    return dictionary;
  }

  Prefixes prefixes() {
    return prefixes;
  }

  Postings postings() {
    return postings;
  }

  /** Whether a query holds of a post that holds the key under which it is filed. */
  boolean holds(int watch, PostTerms post) {
    Plan rest = rests[watch];
    return rest == null || rest.matches(post);
  }
}
