package org.bedside.bench.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bedside.understanding.Post;
import org.bedside.understanding.StoryPrint;
import org.bedside.understanding.StoryPrint.Kind;

/** Groups posts as the application does as it stores them, one after the other, in memory. */
final class Groups {

  private static final int NEWEST = 32;
  private static final int COMPARED = 8;

  private final Map<Long, List<Integer>> byKey = new HashMap<>();
  private final List<StoryPrint> prints = new ArrayList<>();
  private final List<Integer> stories = new ArrayList<>();

  /** The group of each post: the number of the post that it began with. */
  static List<Integer> of(List<Post> posts) {
    Groups groups = new Groups();
    posts.forEach(groups::add);
    return groups.stories;
  }

  private record Best(int post, Kind kind) {}

  private void add(Post post) {
    int number = prints.size();
    StoryPrint print = StoryPrint.of(post);
    prints.add(print);
    long[] keys = print.keys();
    Map<Integer, Integer> shared = new LinkedHashMap<>();
    for (long key : keys) {
      List<Integer> holders = byKey.getOrDefault(key, List.of());
      for (int holder : holders.subList(Math.max(0, holders.size() - NEWEST), holders.size())) {
        shared.merge(holder, 1, Integer::sum);
      }
    }
    Comparator<Map.Entry<Integer, Integer>> likeliest =
        Map.Entry.<Integer, Integer>comparingByValue().reversed();
    Optional<Best> best =
        shared.entrySet().stream()
            .sorted(likeliest.thenComparing(Map.Entry.comparingByKey()))
            .limit(COMPARED)
            .flatMap(
                one ->
                    print.sameStory(prints.get(one.getKey())).stream()
                        .map(kind -> new Best(one.getKey(), kind)))
            .min(Comparator.comparing(Best::kind).thenComparingInt(Best::post));
    stories.add(best.map(found -> stories.get(found.post())).orElse(number));
    if (best.isEmpty() || best.get().kind() != Kind.QUOTED) {
      for (long key : keys) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(number);
      }
    }
  }
}
