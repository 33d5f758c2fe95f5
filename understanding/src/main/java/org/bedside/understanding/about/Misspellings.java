package org.bedside.understanding.about;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends light misspellings of known words by deleting letters on both sides: two words within one
 * edit share a form with one letter deleted. A look-up costs the word's length, whatever the number
 * of known words.
 */
final class Misspellings {

  private static final int LONG = 6;
  private static final int VERY_LONG = 10;
  private static final int LONGEST = 24;

  /** A known word, or the empty string where several share the form. */
  private final Map<String, String> byDeletion = new HashMap<>();

  private final Set<String> known = new HashSet<>();

  void add(String word) {
    if (!known.add(word) || word.length() < LONG || word.length() > LONGEST) {
      return;
    }
    for (String shorter : deletions(word)) {
      byDeletion.merge(shorter, word, (one, other) -> one.equals(other) ? one : "");
    }
  }

  /** The known word that {@code word} may be meant to be; null if it is known or like none. */
  @Nullable String mend(String word) {
    if (byDeletion.isEmpty()
        || word.length() < LONG - 1
        || word.length() > LONGEST + 2
        || known.contains(word)) {
      return null;
    }
    for (String shorter : deletions(word)) {
      String meant = byDeletion.get(shorter);
      if (meant != null && !meant.isEmpty() && near(word, meant)) {
        return meant;
      }
    }
    return null;
  }

  private static Set<String> deletions(String word) {
    Set<String> all = new HashSet<>();
    all.add(word);
    for (int i = 0; i < word.length(); i++) {
      String one = word.substring(0, i) + word.substring(i + 1);
      all.add(one);
      if (word.length() >= VERY_LONG) {
        for (int j = i; j < one.length(); j++) {
          all.add(one.substring(0, j) + one.substring(j + 1));
        }
      }
    }
    return all;
  }

  private static boolean near(String word, String meant) {
    // misspellings rarely touch the first letter, and other words often differ just there
    if (word.charAt(0) != meant.charAt(0) || differInEnding(word, meant)) {
      return false;
    }
    int allowed = meant.length() >= VERY_LONG ? 2 : 1;
    return distance(word, meant) <= allowed;
  }

  /** A plural is another word, not a misspelling. */
  private static boolean differInEnding(String word, String meant) {
    return word.equals(meant + "s") || meant.equals(word + "s");
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least =
            Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = least;
      }
    }
    return cost[a.length()][b.length()];
  }
}
