package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of words and what they stand for; a look-up costs the length of the longest row. */
final class NameTrie<V> {

  /**
   * What was found.
   *
   * @param to the word after the last
   * @param mended how many words were read as another
   */
  record Found<V>(int to, int mended, List<V> values) {}

  private static final class Branch<V> {
    private @Nullable Map<String, Branch<V>> next;
    private List<V> values = List.of();

    @Nullable Branch<V> next(String word) {
      return next == null ? null : next.get(word);
    }
  }

  private final Branch<V> root = new Branch<>();

  void add(List<String> words, V value) {
    Branch<V> branch = at(words);
    if (branch.values.isEmpty()) {
      branch.values = List.of(value);
    } else {
      if (branch.values.size() == 1) {
        branch.values = new ArrayList<>(branch.values);
      }
      branch.values.add(value);
    }
  }

  /** Adds what stands for itself, however often it is named. */
  void addOnce(List<String> words, V value) {
    at(words).values = List.of(value);
  }

  private Branch<V> at(List<String> words) {
    Branch<V> branch = root;
    for (String word : words) {
      if (branch.next == null) {
        branch.next = new HashMap<>(4);
      }
      branch = branch.next.computeIfAbsent(word, _ -> new Branch<>());
    }
    return branch;
  }

  /**
   * The longest row that starts at {@code at}; of several as long, those with the fewest words read
   * as another. {@code others} are second readings of each word. Words such as "of" are passed
   * over.
   */
  @Nullable Found<V> longest(String[] forms, String[][] others, int at) {
    return longest(root, forms, others, at, 0, null);
  }

  private @Nullable Found<V> longest(
      Branch<V> branch,
      String[] forms,
      String[][] others,
      int at,
      int mended,
      @Nullable Found<V> best) {
    Found<V> longest = best;
    if (!branch.values.isEmpty() && branch != root) {
      longest = better(longest, new Found<>(at, mended, branch.values));
    }
    if (at >= forms.length || branch.next == null) {
      return longest;
    }
    Branch<V> exact = branch.next(forms[at]);
    if (exact != null) {
      longest = longest(exact, forms, others, at + 1, mended, longest);
    } else if (branch != root && isPassedOver(forms, at)) {
      longest = longest(branch, forms, others, at + 1, mended, longest);
    }
    for (String other : others[at]) {
      Branch<V> next = branch.next(other);
      if (next != null) {
        longest = longest(next, forms, others, at + 1, mended + 1, longest);
      }
    }
    return longest;
  }

  /** After a title an initial is part of the name. */
  private static boolean isPassedOver(String[] forms, int at) {
    return Spelling.isBetween(forms[at])
        && !(forms[at].length() == 1 && forms[at - 1].equals("dr"));
  }

  private static <V> Found<V> better(@Nullable Found<V> one, Found<V> other) {
    if (one == null
        || other.to() > one.to()
        || (other.to() == one.to() && other.mended() < one.mended())) {
      return other;
    }
    if (other.to() == one.to()
        && other.mended() == one.mended()
        && !other.values().equals(one.values())) {
      List<V> both = new ArrayList<>(one.values());
      both.addAll(other.values());
      return new Found<>(one.to(), one.mended(), both);
    }
    return one;
  }
}
