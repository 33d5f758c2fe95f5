package org.bedside.understanding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.understanding.watch.Query;
import org.bedside.understanding.watch.QueryReader;
import org.bedside.understanding.watch.WatchIndex;

/**
 * Many watches made ready to be held against posts, all at once. The work for a post grows with the
 * watches that share a rare word with it, not with the number of watches. Immutable and
 * thread-safe: one set serves any number of threads.
 */
public final class WatchSet {

  private final List<String> ids;
  private final Map<String, WatchSyntaxException> errors;

  /** For each query the place of its id in {@link #ids}. */
  private final int[] idOf;

  private final WatchIndex index;

  private WatchSet(
      List<String> ids, Map<String, WatchSyntaxException> errors, int[] idOf, WatchIndex index) {
    this.ids = ids;
    this.errors = errors;
    this.idOf = idOf;
    this.index = index;
  }

  /**
   * Reads every watch. One that can't be read is left out and its error kept in {@link #errors};
   * watches that share an id stand for one another: the id is found when any of them matches.
   */
  public static WatchSet compile(List<Watch> watches) {
    Map<String, WatchSyntaxException> errors = new LinkedHashMap<>();
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Query> queries = new ArrayList<>();
    int[] idOf = new int[watches.size()];
    for (Watch watch : watches) {
      try {
        Query query = QueryReader.read(watch.query());
        places.putIfAbsent(watch.id(), places.size());
        idOf[queries.size()] = places.getOrDefault(watch.id(), 0);
        queries.add(query);
      } catch (WatchSyntaxException e) {
        errors.put(watch.id(), e);
      }
    }
    return new WatchSet(
        List.copyOf(places.keySet()),
        Collections.unmodifiableMap(errors),
        idOf,
        new WatchIndex(queries));
  }

  /** Of each watch that can't be read, by its id, why not. */
  public Map<String, WatchSyntaxException> errors() {
    return errors;
  }

  /** How many ids can be found. */
  public int size() {
    return ids.size();
  }

  /**
   * The ids of the watches that match, in the order in which the watches were given, each once.
   *
   * <p>Reads text, rating, author, url, source, lang and country of the post; what is null matches
   * no field.
   */
  public List<String> match(Post post) {
    int[] found = index.match(post);
    if (found.length == 0) {
      return List.of();
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = idOf[found[i]];
    }
    if (ids.size() < idOf.length) {
      Arrays.sort(found);
    }
    List<String> matched = new ArrayList<>(found.length);
    int before = -1;
    for (int place : found) {
      if (place != before) {
        matched.add(ids.get(place));
      }
      before = place;
    }
    return Collections.unmodifiableList(matched);
  }
}
