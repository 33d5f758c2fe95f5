package org.bedside.understanding.about;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.identifiers.Gazetteer;

/**
 * Reads light misspellings of known words, by deleting letters on both sides: two words within one
 * edit share a form with one letter deleted. A look-up costs the word's length, whatever the number
 * of known words.
 */
final class Misspellings {

  private static final int LONG = 5;
  private static final int VERY_LONG = 10;
  private static final int TWO_SLIPS = 15;
  private static final int LONGEST = 24;
  private static final int MOST = 6;
  private static final String[] NONE = {};

  private final Map<String, List<String>> byDeletion = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Gazetteer lists = Gazetteer.shipped();

  void add(String word) {
    if (!known.add(word) || word.length() < LONG || word.length() > LONGEST) {
      return;
    }
    for (String shorter : deletions(word)) {
      byDeletion.merge(shorter, List.of(word), Misspellings::both);
    }
  }

  private static List<String> both(List<String> one, List<String> other) {
    List<String> both = one instanceof ArrayList<String> ? one : new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /**
   * The known words that {@code word} may be meant to be. Another word by itself is meant as it
   * stands, but for its plural: St. Mary's is St Marys.
   */
  String[] readings(String word) {
    Set<String> readings = new LinkedHashSet<>();
    plural(word, readings);
    boolean isOwn = known.contains(word) || lists.commonRank(word) >= 0;
    if (!isOwn && word.length() >= LONG - 1 && word.length() <= LONGEST + 2) {
      for (String shorter : deletions(word)) {
        for (String meant : byDeletion.getOrDefault(shorter, List.of())) {
          if (readings.size() < MOST && near(word, meant)) {
            readings.add(meant);
          }
        }
      }
    }
    return readings.isEmpty() ? NONE : readings.toArray(NONE);
  }

  private void plural(String word, Set<String> readings) {
    String other = word.endsWith("s") ? word.substring(0, word.length() - 1) : word + "s";
    if (word.length() >= LONG - 1 && known.contains(other)) {
      readings.add(other);
    }
  }

  private static Set<String> deletions(String word) {
    Set<String> all = new HashSet<>();
    all.add(word);
    for (int i = 0; i < word.length(); i++) {
      String one = word.substring(0, i) + word.substring(i + 1);
      all.add(one);
      if (word.length() >= VERY_LONG && word.length() <= TWO_SLIPS) {
        for (int j = i; j < one.length(); j++) {
          all.add(one.substring(0, j) + one.substring(j + 1));
        }
      }
    }
    return all;
  }

  private static boolean near(String word, String meant) {
    // In a short word another first letter makes another word; in a long one it is a slip.
    if (word.charAt(0) != meant.charAt(0) && meant.length() <= LONG + 1) {
      return false;
    }
    if (word.equals(meant + "s") || meant.equals(word + "s")) {
      return false;
    }
    int allowed = meant.length() >= VERY_LONG ? 2 : 1;
    return distance(word, meant) <= allowed;
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
