package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of words and what they stand for; a look-up costs the length of the longest row. */
final class NameTrie<V> {

  record Found<V>(int to, List<V> values) {}

  private static final class Branch<V> {
    private final Map<String, Branch<V>> next = new HashMap<>();
    private final List<V> values = new ArrayList<>();
  }

  private final Branch<V> root = new Branch<>();

  void add(List<String> words, V value) {
    Branch<V> branch = root;
    for (String word : words) {
      branch = branch.next.computeIfAbsent(word, _ -> new Branch<>());
    }
    branch.values.add(value);
  }

  /** The longest row that starts at {@code at}; {@code mended} are second readings of words. */
  @Nullable Found<V> longest(String[] forms, @Nullable String[] mended, int at) {
    Branch<V> branch = root;
    Found<V> longest = null;
    for (int i = at; i < forms.length; i++) {
      Branch<V> next = branch.next.get(forms[i]);
      String second = mended[i];
      if (next == null && second != null) {
        next = branch.next.get(second);
      }
      if (next == null) {
        break;
      }
      branch = next;
      if (!branch.values.isEmpty()) {
        longest = new Found<>(i + 1, branch.values);
      }
    }
    return longest;
  }
}
