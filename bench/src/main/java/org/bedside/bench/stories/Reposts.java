package org.bedside.bench.stories;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Post;

/**
 * What became of the same entries through some feeds.
 *
 * @param what the kind of repost
 * @param expected groups that are right: one for each entry
 * @param formed groups of two posts and more
 * @param alone posts that are in no group
 * @param wrong groups that hold two different entries
 * @param split entries whose posts are in more than one group or alone
 * @param together pairs of posts of one entry that are in one group, of {@code pairs}
 */
record Reposts(
    String what,
    int feeds,
    int expected,
    long formed,
    long alone,
    long wrong,
    long split,
    long together,
    long pairs) {

  /** The feeds after one another, each with all entries in the same order. */
  static Reposts of(String what, List<List<String>> feeds) {
    int entries = feeds.getFirst().size();
    List<Post> posts = new ArrayList<>();
    for (int feed = 0; feed < feeds.size(); feed++) {
      for (int entry = 0; entry < entries; entry++) {
        posts.add(post(feed, entry, feeds.get(feed).get(entry)));
      }
    }
    List<Integer> groups = Groups.of(posts);
    Map<Integer, List<Integer>> entriesOf = new HashMap<>();
    Map<Integer, Set<Integer>> groupsOf = new HashMap<>();
    Map<List<Integer>, Long> both = new HashMap<>();
    for (int i = 0; i < posts.size(); i++) {
      int entry = i % entries;
      entriesOf.computeIfAbsent(groups.get(i), _ -> new ArrayList<>()).add(entry);
      groupsOf.computeIfAbsent(entry, _ -> new HashSet<>()).add(groups.get(i));
      both.merge(List.of(entry, groups.get(i)), 1L, Long::sum);
    }
    long pairs = (long) entries * feeds.size() * (feeds.size() - 1) / 2;
    return new Reposts(
        what,
        feeds.size(),
        entries,
        entriesOf.values().stream().filter(of -> of.size() > 1).count(),
        entriesOf.values().stream().filter(of -> of.size() == 1).count(),
        entriesOf.values().stream().filter(of -> new HashSet<>(of).size() > 1).count(),
        many(groupsOf.values()),
        both.values().stream().mapToLong(size -> size * (size - 1) / 2).sum(),
        pairs);
  }

  private static Post post(int feed, int entry, String text) {
    String id = feed + "-" + entry;
    return new Post(id, text, null, null, null, null, "feed " + feed, null, null, null);
  }

  private static long many(Collection<Set<Integer>> sets) {
    return sets.stream().filter(set -> set.size() > 1).count();
  }

  void print() {
    System.out.printf(
        "  %s: %d posts, %d groups expected, %d formed, %d wrong (two comments in one), %d comments"
            + " split, %d posts alone; %d of %d pairs together (%.1f %%)%n",
        what,
        feeds * expected,
        expected,
        formed,
        wrong,
        split,
        alone,
        together,
        pairs,
        100.0 * together / pairs);
  }
}
