package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Verdict.Decision;

/** Scores the guard on its invented replies; run from the repository's root. */
public final class GuardScore {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/guard");

  private GuardScore() {}

  /** Prints one row for the development replies and one for those kept apart. */
  public static void main(String[] args) throws IOException {
    Guard guard = Guard.standard();
    Map<String, Post> reviews = new HashMap<>();
    for (String line : Files.readAllLines(CASES.resolve("reviews.tsv"))) {
      String[] row = line.split("\t");
      reviews.put(
          row[0], new Post(row[0], row[2], null, null, row[1], null, null, null, null, null));
    }
    for (String file : new String[] {"dev.tsv", "heldout.tsv"}) {
      Map<Decision, Integer> unsafe = new EnumMap<>(Decision.class);
      Map<Decision, Integer> safe = new EnumMap<>(Decision.class);
      for (String line : Files.readAllLines(CASES.resolve(file))) {
        String[] row = line.split("\t");
        Post review = reviews.get(row[1]);
        if (review == null) {
          throw new IllegalStateException("no review " + row[1]);
        }
        Decision decision = guard.review(row[2], review).decision();
        (row[0].equals("u") ? unsafe : safe).merge(decision, 1, Integer::sum);
      }
      System.out.println("guard " + file + ": unsafe " + unsafe + ", safe " + safe);
    }
  }
}
