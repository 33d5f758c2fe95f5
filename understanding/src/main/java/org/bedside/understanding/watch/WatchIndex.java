package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;

/**
 * Queries filed under what a post must contain to match them. Immutable and thread-safe; the
 * buffers that reading a post needs are kept for the next one.
 */
public final class WatchIndex {

  private static final int POOL = 16;

  private final Dictionary dictionary;
  private final Prefixes prefixes;
  private final Plan[] plans;
  private final Postings postings;
  private final AtomicReferenceArray<Matcher> pool = new AtomicReferenceArray<>(POOL);

  /** Files each query under its index in the list. */
  public WatchIndex(List<Query> queries) {
    Set<String> keys = new LinkedHashSet<>();
    Rarity rarity = new Rarity();
    for (Query query : queries) {
      Planner.keys(
          query,
          key -> {
            keys.add(key);
            rarity.use(key);
          });
    }
    dictionary = new Dictionary(keys);
    prefixes = Prefixes.of(keys);
    Planner planner = new Planner(dictionary, rarity);
    plans = new Plan[queries.size()];
    Map<Long, List<int[]>> entries = new HashMap<>();
    for (int i = 0; i < plans.length; i++) {
      Query query = queries.get(i);
      plans[i] = planner.plan(query);
      file(planner, query, i, entries);
    }
    postings = new Postings(dictionary.size(), entries);
  }

  private static void file(
      Planner planner, Query query, int watch, Map<Long, List<int[]>> entries) {
    Planner.Anchors anchors = planner.anchors(query);
    if (anchors == null) {
      throw new IllegalArgumentException("the query matches what contains nothing");
    }
    Set<Long> keys = new LinkedHashSet<>(anchors.keys());
    int[] needs = planner.needs(query);
    for (long key : keys) {
      int[] entry = {keys.size() > 1 ? ~watch : watch, -1, -1};
      int kept = 1;
      for (int i = 0; i < needs.length && kept < entry.length; i++) {
        if (needs[i] != key && (int) key != needs[i] && (key >>> 32) - 1 != needs[i]) {
          entry[kept++] = needs[i];
        }
      }
      entries.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(entry);
    }
  }

  /** The indexes of the queries that match, ascending, in a new array. */
  public int[] match(Post post) {
    int slot = Math.floorMod(Thread.currentThread().threadId(), POOL);
    Matcher matcher = pool.getAndSet(slot, null);
    if (matcher == null) {
      matcher = new Matcher(new PostTerms(dictionary, prefixes), plans, postings);
    }
    int[] found = matcher.match(post);
    pool.set(slot, matcher);
    return found;
  }

  /** Whether the query at this index matches. */
  public boolean matches(int index, Post post) {
    PostTerms terms = new PostTerms(dictionary, prefixes);
    terms.read(post);
    return plans[index].matches(terms);
  }

  /** The words that make the query at this index match; empty when it doesn't. */
  public List<Span> highlight(int index, Post post) {
    PostTerms terms = new PostTerms(dictionary, prefixes);
    terms.read(post);
    List<Span> spans = new ArrayList<>();
    if (plans[index].matches(terms)) {
      plans[index].highlight(terms, null, spans);
    }
    return Spans.joined(spans);
  }
}
