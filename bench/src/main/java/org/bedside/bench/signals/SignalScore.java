package org.bedside.bench.signals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.understanding.Claim;
import org.bedside.understanding.ClaimIndex;
import org.bedside.understanding.ClaimMatch;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Level;
import org.bedside.understanding.claims.StanceJudge;
import org.bedside.understanding.urgency.UrgencyJudge;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints recall, precision, kind and false alarms of urgency, MAP@5 of claims, and accuracy of
 * stance.
 */
public final class SignalScore {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SignalScore() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    for (String part : List.of("dev", "held-out", "fresh", "plain", "after")) {
      urgency(part);
    }
    stance();
    Data data = Data.find();
    alarms(data);
    claims(data);
  }

  private static List<JsonNode> cases(String file) throws IOException {
    return Files.readAllLines(CASES.resolve(file)).stream().map(JSON::readTree).toList();
  }

  private static void urgency(String part) throws IOException {
    UrgencyJudge judge = new UrgencyJudge();
    int urgent = 0;
    int raised = 0;
    int found = 0;
    int right = 0;
    List<JsonNode> cases = cases("urgency/cases-" + part + ".jsonl");
    for (JsonNode one : cases) {
      String kind = one.get("kind").asString();
      Urgency urgency = judge.judge(Post.of("case", one.get("text").asString()));
      boolean now = urgency.level().compareTo(Level.HIGH) >= 0;
      raised += now ? 1 : 0;
      if (!kind.equals("none")) {
        urgent++;
        found += now ? 1 : 0;
        right += now && urgency.kinds().getFirst().kind().label().equals(kind) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "urgency, %s cases (%d): recall %.3f, precision %.3f, kind right %.3f%n",
        part,
        cases.size(),
        found / (double) urgent,
        found / (double) Math.max(1, raised),
        right / (double) Math.max(1, found));
  }

  /** Counts what is raised on real texts, of which nearly none need a person now. */
  private static void alarms(Data data) throws IOException {
    List<String> reviews = reviews(Files.readString(data.path("reviews/hospital-reviews.csv")));
    List<String> comments =
        Stream.of("phase1", "train")
            .flatMap(part -> data.rows("patient-feedback/" + part + ".jsonl").stream())
            .map(row -> row.get("text").asString(""))
            .toList();
    List<String> tweets =
        data.rows("sentiment/train.jsonl").stream().map(row -> row.get("text").asString()).toList();
    alarms("reviews", reviews);
    alarms("comments", comments);
    alarms("tweets", tweets);
  }

  private static void alarms(String name, List<String> texts) {
    UrgencyJudge judge = new UrgencyJudge();
    long raised =
        texts.stream()
            .map(text -> judge.judge(Post.of("text", text)).level())
            .filter(level -> level.compareTo(Level.HIGH) >= 0)
            .count();
    System.out.printf(
        Locale.ROOT,
        "urgency, alarms on real %s (%d): %d, %.2f per 1,000%n",
        name,
        texts.size(),
        raised,
        1000.0 * raised / texts.size());
  }

  /** The third field of each record; it is quoted where it holds commas, quotes or line breaks. */
  private static List<String> reviews(String csv) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    List<String> texts = new ArrayList<>();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean inside = quoted;
        quoted = !quoted;
        if (!inside && i > 0 && csv.charAt(i - 1) == '"') {
          field.append('"');
        }
      } else if (quoted || (c != ',' && c != '\n')) {
        field.append(c);
      } else {
        fields.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          texts.add(fields.getLast());
          fields.clear();
        }
      }
    }
    return texts.subList(1, texts.size());
  }

  private static void stance() throws IOException {
    StanceJudge judge = new StanceJudge();
    int right = 0;
    List<JsonNode> pairs = cases("claims/stances.jsonl");
    for (JsonNode pair : pairs) {
      ClaimMatch.Stance given =
          judge.judge(pair.get("post").asString(), pair.get("claim").asString());
      right += given.name().equals(pair.get("stance").asString()) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "stance (%d pairs): accuracy %.3f%n",
        pairs.size(),
        right / (double) pairs.size());
  }

  private static void claims(Data data) throws IOException {
    ClaimIndex index =
        ClaimIndex.of(
            data.rows("claims/collection.jsonl").stream().map(SignalScore::claim).toList());
    Map<String, String> posts = new HashMap<>();
    for (String line : Files.readAllLines(data.path("claims/train-dev-posts.tsv"))) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        posts.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    for (String part : List.of("train", "dev")) {
      double sum = 0;
      int count = 0;
      long began = System.nanoTime();
      for (String line : Files.readAllLines(data.path("claims/" + part + ".qrels.tsv"))) {
        String[] fields = line.split("\t", -1);
        String post = posts.get(fields[0]);
        if (post != null) {
          count++;
          sum += precision(index.find(Post.of(fields[0], post), 5), fields[2]);
        }
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "claims, %s (%d posts): MAP@5 %.3f, %.0f posts/s%n",
          part,
          count,
          sum / count,
          count / seconds);
    }
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
