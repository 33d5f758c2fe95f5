package org.bedside.bench.stories;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bedside.bench.Data;
import org.bedside.understanding.Post;
import org.bedside.understanding.StoryPrint;
import tools.jackson.databind.JsonNode;

/**
 * One story once: how many stories are found among the posts of disasters and among reposts of the
 * same feed entries, how many of them are wrong, and how fast.
 */
public final class StoriesBench {

  private static final int ENTRIES = 400;
  private static final int SHORTEST = 60;

  private StoriesBench() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    Data data = Data.find();
    List<Post> posts = new ArrayList<>();
    for (JsonNode row : data.rows("crisis/on-off-topic.jsonl")) {
      posts.add(Post.of(Integer.toString(posts.size()), row.get("text").asString()));
    }
    Groups.of(posts);
    long begun = System.nanoTime();
    List<Integer> groups = Groups.of(posts);
    double seconds = (System.nanoTime() - begun) / 1e9;
    Map<Integer, Long> sizes =
        groups.stream().collect(Collectors.groupingBy(group -> group, Collectors.counting()));
    long stories = sizes.values().stream().filter(size -> size > 1).count();
    long inStories = sizes.values().stream().filter(size -> size > 1).mapToLong(size -> size).sum();
    long largest = sizes.values().stream().mapToLong(size -> size).max().orElse(0);
    System.out.printf(
        "%d posts: %d stories of two and more with %d posts, the largest %d; %.0f posts/s%n",
        posts.size(), stories, inStories, largest, posts.size() / seconds);
    pairs(posts, groups, 0);
    pairs(posts, groups, 1);
    reposts(data);
  }

  private record Pair(int one, int other, boolean same, String kind) {}

  private static void pairs(List<Post> posts, List<Integer> groups, int half) throws IOException {
    List<Pair> all = labelled();
    List<Pair> pairs =
        IntStream.range(0, all.size()).filter(i -> i % 2 == half).mapToObj(all::get).toList();
    System.out.println(half == 0 ? "Pairs that the limits were chosen on:" : "Pairs kept apart:");
    Tally print = new Tally();
    Tally group = new Tally();
    Map<String, Tally> kinds = new TreeMap<>();
    for (Pair pair : pairs) {
      StoryPrint one = StoryPrint.of(posts.get(pair.one()));
      StoryPrint other = StoryPrint.of(posts.get(pair.other()));
      print.add(pair.same(), one.sameStory(other).isPresent());
      boolean grouped = groups.get(pair.one()).equals(groups.get(pair.other()));
      group.add(pair.same(), grouped);
      if (pair.same()) {
        kinds.computeIfAbsent(pair.kind(), _ -> new Tally()).add(true, grouped);
      }
      if (System.getenv("STORIES_SHOW") != null && pair.same() != grouped) {
        System.out.printf("%s %d %d%n", pair.kind(), pair.one(), pair.other());
      }
    }
    System.out.printf("%d labelled pairs, compared two by two: %s%n", pairs.size(), print);
    System.out.printf("%d labelled pairs, in one group or not: %s%n", pairs.size(), group);
    kinds.forEach((kind, tally) -> System.out.printf("  of those %s: %s%n", kind, tally.recall()));
  }

  private static List<Pair> labelled() throws IOException {
    try (InputStream in = StoriesBench.class.getResourceAsStream("pairs.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("row"))
          .map(line -> line.split("\t"))
          .map(
              row ->
                  new Pair(
                      Integer.parseInt(row[0]),
                      Integer.parseInt(row[1]),
                      row[2].equals("same"),
                      row[3]))
          .toList();
    }
  }

  /** The comments of patients as entries of ten feeds, each with boilerplate of its own. */
  private static void reposts(Data data) {
    List<String> entries =
        data.rows("patient-feedback/train.jsonl").stream()
            .map(row -> row.get("text").asString())
            .filter(text -> text.split("\\s+").length >= SHORTEST / 4)
            .distinct()
            .limit(ENTRIES)
            .toList();
    Random random = new Random(20261122);
    List<List<String>> feeds =
        IntStream.range(0, Boilerplate.FEEDS)
            .mapToObj(
                feed ->
                    entries.stream().map(entry -> Boilerplate.dress(entry, feed, random)).toList())
            .toList();
    System.out.printf(
        "%d comments of patients, each in a feed as it is and in others as they pass it on:%n",
        entries.size());
    Reposts.of("through all", feeds).print();
    for (Boilerplate kind : Boilerplate.values()) {
      List<List<String>> some =
          IntStream.range(0, Boilerplate.FEEDS)
              .filter(feed -> feed == 0 || Boilerplate.of(feed) == kind)
              .mapToObj(feeds::get)
              .toList();
      Reposts.of(kind.words(), some).print();
    }
  }

  private static final class Tally {
    private int right;
    private int wrong;
    private int missed;
    private int rest;

    void add(boolean same, boolean found) {
      right += same && found ? 1 : 0;
      wrong += !same && found ? 1 : 0;
      missed += same && !found ? 1 : 0;
      rest += !same && !found ? 1 : 0;
    }

    String recall() {
      return "%d of %d".formatted(right, right + missed);
    }

    @Override
    public String toString() {
      return "precision %.3f (%d of %d), recall %.3f (%d of %d), %d others kept apart"
          .formatted(
              right / (double) Math.max(1, right + wrong),
              right,
              right + wrong,
              right / (double) Math.max(1, right + missed),
              right,
              right + missed,
              rest);
    }
  }
}
