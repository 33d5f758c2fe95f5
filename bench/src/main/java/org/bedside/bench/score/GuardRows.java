package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict.Decision;
import tools.jackson.databind.JsonNode;

/** The guard on invented replies, some of which would disclose. */
final class GuardRows implements ScoreRow {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/guard");

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    try {
      var figures = new ArrayList<Figure>();
      Map<String, Post> reviews = reviews();
      Guard guard = understanding.guard();
      var test = WrittenRows.rows("guard-test");
      written(figures, guard, test, "invented replies that nobody looked at (`test`)");
      var dev = WrittenRows.rows("guard-dev");
      written(
          figures, guard, dev, "invented replies, calibrated and tuned on them (`written-dev`)");
      written(
          figures,
          guard,
          WrittenRows.rows("guard-third-test"),
          "invented replies, scored once and not looked at while building (`third-test`)");
      written(
          figures,
          guard,
          WrittenRows.rows("guard-third-dev"),
          "invented replies, calibrated and tuned on them (`third-dev`)");
      replies(figures, guard, reviews, "dev", "invented replies, rules tuned on them");
      replies(figures, guard, reviews, "heldout", "invented replies, harmless words tuned on them");
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
      List<Figure> figures, Guard guard, Map<String, Post> reviews, String part, String name)
      throws IOException {
    var texts = new ArrayList<String>();
    var kinds = new ArrayList<String>();
    var decisions = new ArrayList<Decision>();
    for (String line : Files.readAllLines(CASES.resolve(part + ".tsv"))) {
      String[] row = line.split("\t");
      Post review = reviews.get(row[1]);
      if (review == null) {
        throw new IllegalStateException("no review " + row[1]);
      }
      texts.add(row[2]);
      kinds.add(row[0].equals("u") ? "unsafe" : "safe");
      decisions.add(guard.review(row[2], review).decision());
    }
    figures(figures, texts, kinds, decisions, name + " (`" + part + "`)");
  }

  /** Those of {@code bench/written}: each with a review of its own. */
  private static void written(List<Figure> figures, Guard guard, List<JsonNode> rows, String name) {
    var texts = new ArrayList<String>();
    var kinds = new ArrayList<String>();
    var decisions = new ArrayList<Decision>();
    for (JsonNode row : rows) {
      String reply = row.get("reply").asString();
      String author = row.get("reviewer").asString();
      String review = row.get("review").asString();
      texts.add(reply);
      kinds.add(row.get("label").asString());
      decisions.add(
          guard
              .review(
                  reply, new Post("row", review, null, null, author, null, null, null, null, null))
              .decision());
    }
    figures(figures, texts, kinds, decisions, name);
  }

  private static void figures(
      List<Figure> figures,
      List<String> texts,
      List<String> kinds,
      List<Decision> decisions,
      String rows) {
    for (String kind : List.of("unsafe", "safe")) {
      for (Decision decision : List.of(Decision.ALLOW, Decision.BLOCK)) {
        var answers = new ArrayList<String>();
        for (int i = 0; i < texts.size(); i++) {
          boolean counts = kinds.get(i).equals(kind);
          answers.add(counts ? Rate.answer(decisions.get(i) == decision) : "0/0");
        }
        String metric = kind + (decision == Decision.ALLOW ? " allowed" : " blocked");
        var answered = new Answered(texts, kinds, answers, Metric.SHARE);
        figures.add(Rate.of("guard", metric, answered, rows));
      }
    }
  }
}
