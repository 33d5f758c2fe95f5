package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys of the queries that are being filed: how many name each, and once all are known its
 * number. Needed only while an index is made. Not thread-safe.
 */
final class KeyBook {

  /** What is known of one key. */
  private static final class Entry {
    private int uses;
    private int id;
    private double likelihood;
  }

  private final Map<String, Entry> entries = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> globs = new ArrayList<>();

  /** Notes that a query names this key. */
  void use(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      entry = new Entry();
      entries.put(key, entry);
      (Keys.isPattern(key) ? globs : words).add(key);
    }
    entry.uses++;
  }

  /** Numbers all keys; none is noted afterwards. */
  Dictionary dictionary() {
    int id = 0;
    for (List<String> keys : List.of(words, globs)) {
      for (String key : keys) {
        Entry entry = entry(key);
        entry.id = id++;
        entry.likelihood = Rarity.of(key, entry.uses);
      }
    }
    return new Dictionary(new WordTable(words), new Patterns(globs));
  }

  Prefixes prefixes() {
    return Prefixes.of(entries.keySet());
  }

  /** The number of a noted key. */
  int id(String key) {
    return entry(key).id;
  }

  /** Roughly the share of posts that contain the key, 0 to 1. */
  double likelihood(String key) {
    return entry(key).likelihood;
  }

  private Entry entry(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new IllegalArgumentException("unknown key");
    }
    return entry;
  }
}
