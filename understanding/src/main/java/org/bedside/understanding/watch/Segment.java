package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Watches compiled together, never changed afterwards. Keeps their texts, so that they can be
 * compiled anew with others. Immutable and thread-safe.
 */
final class Segment {

  private final String[] ids;
  private final PackedTexts texts;
  private final WatchIndex index;

  /** For each watch the first one of the same id; null where no id occurs twice. */
  private final int @Nullable [] firstOf;

  private final int distinct;

  /** By the hash of its id, the place of a watch plus one; made when it is first asked for. */
  private volatile int @Nullable [] places;

  private Segment(String[] ids, PackedTexts texts, WatchIndex index, int[] firstOf) {
    this.ids = ids;
    this.texts = texts;
    this.index = index;
    int firsts = 0;
    for (int i = 0; i < firstOf.length; i++) {
      firsts += firstOf[i] == i ? 1 : 0;
    }
    distinct = firsts;
    this.firstOf = firsts == ids.length ? null : firstOf;
  }

  /** Compiles what can be read; puts what can't into {@code errors}, by its id. */
  static Segment compile(Iterable<Watch> watches, Map<String, WatchSyntaxException> errors) {
    List<String> ids = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    PackedTexts texts = new PackedTexts();
    for (Watch watch : watches) {
      try {
        queries.add(QueryReader.read(watch.query()));
        ids.add(watch.id());
        texts.add(watch.query());
      } catch (WatchSyntaxException e) {
        errors.put(watch.id(), e);
      }
    }
    int[] firstOf = new int[ids.size()];
    Map<String, Integer> firsts = HashMap.newHashMap(firstOf.length);
    for (int i = 0; i < firstOf.length; i++) {
      Integer first = firsts.putIfAbsent(ids.get(i), i);
      firstOf[i] = first == null ? i : first;
    }
    return new Segment(
        ids.toArray(String[]::new), texts.trimmed(), new WatchIndex(queries), firstOf);
  }

  WatchIndex index() {
    return index;
  }

  /** How many different ids there are. */
  int distinct() {
    return distinct;
  }

  int size() {
    return ids.length;
  }

  String id(int place) {
    return ids[place];
  }

  Watch watch(int place) {
    return new Watch(ids[place], texts.get(place));
  }

  /** Turns what the index found into places of different ids, ascending; how many they are. */
  int firsts(int[] found) {
    if (firstOf == null) {
      return found.length;
    }
    for (int i = 0; i < found.length; i++) {
      found[i] = firstOf[found[i]];
    }
    Arrays.sort(found);
    int kept = 0;
    for (int i = 0; i < found.length; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return kept;
  }

  /** Takes the place of every watch of this id. */
  void find(String id, IntConsumer sink) {
    int[] known = places;
    if (known == null) {
      known = hashed();
      places = known;
    }
    int mask = known.length - 1;
    for (int slot = slot(id, mask); known[slot] != 0; slot = (slot + 1) & mask) {
      if (ids[known[slot] - 1].equals(id)) {
        sink.accept(known[slot] - 1);
      }
    }
  }

  private int[] hashed() {
    int[] slots = new int[Integer.highestOneBit(Math.max(2, ids.length)) * 4];
    int mask = slots.length - 1;
    for (int i = 0; i < ids.length; i++) {
      int slot = slot(ids[i], mask);
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
    return slots;
  }

  private static int slot(String id, int mask) {
    return WordTable.mix(id.hashCode()) & mask;
  }
}
