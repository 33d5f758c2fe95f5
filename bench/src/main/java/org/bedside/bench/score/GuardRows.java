package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict.Decision;

/** The guard on invented replies, some of which would disclose. */
final class GuardRows implements ScoreRow {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/guard");

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    try {
      var figures = new ArrayList<Figure>();
      Map<String, Post> reviews = reviews();
      replies(figures, reviews, "dev", "invented replies, rules tuned on them");
      replies(figures, reviews, "heldout", "invented replies, harmless words tuned on them");
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Post> reviews() throws IOException {
    Map<String, Post> reviews = new HashMap<>();
    for (String line : Files.readAllLines(CASES.resolve("reviews.tsv"))) {
      String[] row = line.split("\t");
      reviews.put(
          row[0], new Post(row[0], row[2], null, null, row[1], null, null, null, null, null));
    }
    return reviews;
  }

  private static void replies(
      List<Figure> figures, Map<String, Post> reviews, String part, String name)
      throws IOException {
    Guard guard = Guard.standard();
    Map<Decision, Integer> unsafe = new EnumMap<>(Decision.class);
    Map<Decision, Integer> safe = new EnumMap<>(Decision.class);
    for (String line : Files.readAllLines(CASES.resolve(part + ".tsv"))) {
      String[] row = line.split("\t");
      Post review = reviews.get(row[1]);
      if (review == null) {
        throw new IllegalStateException("no review " + row[1]);
      }
      Decision decision = guard.review(row[2], review).decision();
      (row[0].equals("u") ? unsafe : safe).merge(decision, 1, Integer::sum);
    }
    String rows = name + " (`" + part + "`)";
    figures.add(share(unsafe, Decision.ALLOW, "unsafe allowed", rows));
    figures.add(share(unsafe, Decision.BLOCK, "unsafe blocked", rows));
    figures.add(share(safe, Decision.ALLOW, "safe allowed", rows));
    figures.add(share(safe, Decision.BLOCK, "safe blocked", rows));
  }

  private static Figure share(
      Map<Decision, Integer> counts, Decision decision, String metric, String rows) {
    int whole = counts.values().stream().mapToInt(Integer::intValue).sum();
    return Rate.of("guard", metric, counts.getOrDefault(decision, 0), whole, rows);
  }
}
