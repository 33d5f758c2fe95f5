package org.bedside.listening.reviewpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bedside.listening.RawPost;

/**
 * The reviews that a page showed when it was read last, in its order; against them it is found what
 * is new, edited or gone.
 *
 * <p>A page shows a part: what is missing may only have been pushed to the next page. So a review
 * counts as withdrawn only when all of this holds: the page still shows reviews; those known before
 * still stand in the same order; one that stood behind the missing one is still there, or nothing
 * new came that could have pushed it off the end; and it is missing on two readings in a row. A
 * page that shows an older review which it did not show before, in the middle, while another one is
 * missing from the middle, shows a choice: nothing of it is taken as withdrawn from then on.
 *
 * @param choice whether the page was seen to show a choice
 */
record Known(List<Seen> seen, boolean choice) {

  private static final int MOST = 400;
  private static final int READINGS_BEFORE_GONE = 2;

  Known {
    seen = List.copyOf(seen);
  }

  static final Known NOTHING = new Known(List.of(), false);

  /**
   * @param key under which it is stored
   * @param shown the key that follows from what the page shows now; another one after an edit
   * @param pair author and day
   * @param missing readings in a row that it was missing from
   */
  record Seen(String key, String shown, String pair, int missing) {}

  /** What came of comparing. */
  record Compared(List<RawPost> posts, List<String> withdrawn, Known next, boolean anyKnown) {}

  /** Whether a review is missing and the next reading decides. */
  boolean undecided() {
    return seen.stream().anyMatch(one -> one.missing() > 0);
  }

  Compared compare(List<Review> reviews, String page) {
    int[] matches = matches(reviews);
    Set<Integer> present = new HashSet<>();
    List<Seen> next = new ArrayList<>();
    List<RawPost> posts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    seen.forEach(one -> keys.add(one.key()));
    for (int i = 0; i < reviews.size(); i++) {
      Review review = reviews.get(i);
      String key;
      if (matches[i] >= 0) {
        present.add(matches[i]);
        key = seen.get(matches[i]).key();
      } else {
        key = review.key();
        // A review edited away from these words still holds the key.
        for (int n = 2; !keys.add(key); n++) {
          key = review.key() + "-" + n;
        }
      }
      next.add(new Seen(key, review.key(), review.pair(), 0));
      posts.add(review.post(key, page));
    }
    return gone(matches, present, next, posts);
  }

  private Compared gone(int[] matches, Set<Integer> present, List<Seen> next, List<RawPost> posts) {
    int last = present.stream().mapToInt(Integer::intValue).max().orElse(-1);
    boolean ordered = ordered(matches);
    boolean anyNew = present.size() < matches.length;
    boolean newWithin = newWithin(matches);
    boolean missingWithin = last >= present.size();
    boolean shows = choice || (ordered && newWithin && missingWithin);
    List<String> withdrawn = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      boolean expected = ordered && !shows && !present.isEmpty() && (i < last || !anyNew);
      if (present.contains(i) || !expected) {
        continue;
      }
      Seen one = seen.get(i);
      if (one.missing() + 1 >= READINGS_BEFORE_GONE) {
        withdrawn.add(one.key());
      } else {
        next.add(after(next, i), new Seen(one.key(), one.shown(), one.pair(), one.missing() + 1));
      }
    }
    List<Seen> kept = next.size() > MOST ? next.subList(0, MOST) : next;
    return new Compared(posts, withdrawn, new Known(kept, shows), !present.isEmpty());
  }

  /** Where a missing one goes: behind the one that it stood behind. */
  private int after(List<Seen> next, int index) {
    for (int before = index - 1; before >= 0; before--) {
      for (int at = 0; at < next.size(); at++) {
        if (next.get(at).key().equals(seen.get(before).key())) {
          return at + 1;
        }
      }
    }
    int at = 0;
    while (at < next.size() && seen.stream().noneMatch(holds(next.get(at)))) {
      at++;
    }
    return at;
  }

  private static java.util.function.Predicate<Seen> holds(Seen other) {
    return one -> one.key().equals(other.key());
  }

  /** Which known one each review is, or -1: by what it shows, or as the only edit that fits. */
  private int[] matches(List<Review> reviews) {
    Map<String, Integer> byShown = new HashMap<>();
    for (int i = 0; i < seen.size(); i++) {
      byShown.putIfAbsent(seen.get(i).shown(), i);
    }
    int[] matches = new int[reviews.size()];
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < matches.length; i++) {
      matches[i] = Objects.requireNonNullElse(byShown.get(reviews.get(i).key()), -1);
      taken.add(matches[i]);
    }
    for (int i = 0; i < matches.length; i++) {
      Review review = reviews.get(i);
      if (matches[i] < 0 && review.id() == null && !review.pair().isEmpty()) {
        matches[i] = edited(review.pair(), reviews, matches, taken);
        taken.add(matches[i]);
      }
    }
    return matches;
  }

  private int edited(String pair, List<Review> reviews, int[] matches, Set<Integer> taken) {
    int candidates = 0;
    for (int i = 0; i < matches.length; i++) {
      Review other = reviews.get(i);
      candidates += matches[i] < 0 && other.id() == null && other.pair().equals(pair) ? 1 : 0;
    }
    int found = -1;
    for (int i = 0; i < seen.size(); i++) {
      if (!taken.contains(i) && seen.get(i).pair().equals(pair)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return candidates == 1 ? found : -1;
  }

  private static boolean ordered(int[] matches) {
    int before = -1;
    for (int match : matches) {
      if (match >= 0 && match < before) {
        return false;
      }
      before = Math.max(before, match);
    }
    return true;
  }

  /** Whether one that wasn't there before stands between two that were. */
  private static boolean newWithin(int[] matches) {
    int lastKnown = -1;
    int firstKnown = -1;
    for (int i = 0; i < matches.length; i++) {
      if (matches[i] >= 0) {
        firstKnown = firstKnown < 0 ? i : firstKnown;
        lastKnown = i;
      }
    }
    for (int i = firstKnown + 1; firstKnown >= 0 && i < lastKnown; i++) {
      if (matches[i] < 0) {
        return true;
      }
    }
    return false;
  }
}
