package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.bench.Data;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimIndex;
import org.bedside.understanding.ClaimMatch;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which checked claim a post repeats, and whether it repeats or denies it. */
final class ClaimRows implements ScoreRow {

  private static final Path STANCES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/claims/stances.jsonl");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    try {
      var figures = new ArrayList<Figure>();
      claims(figures, data, understanding);
      figures.add(
          stance(
              understanding,
              Files.readAllLines(STANCES).stream().map(JSON::readTree).toList(),
              "invented pairs, a rule made for plain denials among them"));
      figures.add(
          stance(
              understanding,
              WrittenRows.rows("stance-test"),
              "invented pairs by another writer, nothing tuned"));
      figures.add(
          stance(
              understanding,
              WrittenRows.rows("stance-second-test"),
              "invented pairs by a third writer, nothing tuned (`second-test`)"));
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Figure stance(Understanding understanding, List<JsonNode> pairs, String name) {
    ClaimIndex index = understanding.index(List.of());
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    var answers = new ArrayList<String>();
    for (JsonNode pair : pairs) {
      String post = pair.get("post").asString();
      String claim = pair.get("claim").asString();
      ClaimMatch.Stance given = index.stance(Post.of("post", post), claim);
      texts.add(post);
      wanted.add(pair.get("stance").asString() + ": " + claim);
      answers.add(Rate.answer(given.name().equals(pair.get("stance").asString())));
    }
    return Rate.of("stance", "accuracy", new Answered(texts, wanted, answers, Metric.SHARE), name);
  }

  private static void claims(List<Figure> figures, Data data, Understanding understanding)
      throws IOException {
    ClaimIndex index =
        understanding.index(
            data.rows("claims/collection.jsonl").stream().map(ClaimRows::claim).toList());
    Map<String, String> posts = new HashMap<>();
    for (String line : Files.readAllLines(data.path("claims/train-dev-posts.tsv"))) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        posts.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    figures.add(claims(index, posts, data, "dev", "CheckThat! 2022 2A dev posts"));
    figures.add(
        claims(index, posts, data, "train", "CheckThat! 2022 2A train posts, weights chosen on"));
  }

  private static Figure claims(
      ClaimIndex index, Map<String, String> posts, Data data, String part, String name)
      throws IOException {
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    var ranks = new ArrayList<String>();
    for (String line : Files.readAllLines(data.path("claims/" + part + ".qrels.tsv"))) {
      String[] fields = line.split("\t", -1);
      String post = posts.get(fields[0]);
      if (post != null) {
        texts.add(post);
        wanted.add(fields[2]);
        double precision = precision(index.find(Post.of(fields[0], post), 5), fields[2]);
        ranks.add(String.format(Locale.ROOT, "%.4f", precision));
      }
    }
    return Bootstrap.figure(
        "claims",
        "MAP@5",
        name,
        "hidden test: BM25 .902, baseline .818",
        new Answered(texts, wanted, ranks, Metric.MEAN),
        Map.of());
  }

  private static Claim claim(JsonNode row) {
    return new Claim(
        row.get("vclaim_id").asString(),
        row.get("vclaim").asString(),
        row.get("title").asString(),
        row.get("subtitle").asString());
  }

  private static double precision(List<ClaimMatch> matches, String right) {
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i).id().equals(right)) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}
