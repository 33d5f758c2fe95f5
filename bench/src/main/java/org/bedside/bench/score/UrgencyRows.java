package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.bench.score.Reviews.Review;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Urgency on invented cases, and what is raised of real texts, of which nearly none need a person
 * now.
 */
final class UrgencyRows implements ScoreRow {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/urgency");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("test", "invented cases by another writer, nothing tuned on them");
    PARTS.put("after", "invented cases, nothing tuned on them");
    PARTS.put("calm", "invented everyday posts with alarming words, tuned on");
    PARTS.put("calm-after", "invented everyday posts with alarming words, nothing tuned on them");
    PARTS.put("kind-words", "invented urgent posts that also praise, a rule made for one of them");
    PARTS.put("plain", "invented cases in plain words, tuned on");
    PARTS.put("fresh", "invented cases, tuned on");
    PARTS.put("dev", "invented cases, tuned on");
    PARTS.put("held-out", "invented cases by the hand that wrote the patterns");
  }

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    PARTS.forEach((part, name) -> cases(figures, understanding, part, name));
    alarms(
        figures,
        understanding,
        "real hospital reviews",
        Reviews.of(data).stream().map(Review::text).toList());
    alarms(
        figures,
        understanding,
        "real comments of patients",
        Stream.of("phase1", "train")
            .flatMap(part -> data.rows("patient-feedback/" + part + ".jsonl").stream())
            .map(row -> row.get("text").asString(""))
            .toList());
    alarms(
        figures,
        understanding,
        "real tweets about anything",
        data.rows("sentiment/train.jsonl").stream()
            .map(row -> row.get("text").asString())
            .toList());
    return figures;
  }

  private static void cases(
      List<Figure> figures, Understanding understanding, String part, String name) {
    List<JsonNode> cases = cases(part);
    List<Urgency> judged =
        judged(understanding, cases.stream().map(one -> one.get("text").asString()).toList());
    int urgent = 0;
    int raised = 0;
    int found = 0;
    int right = 0;
    for (int i = 0; i < judged.size(); i++) {
      String kind = cases.get(i).get("kind").asString();
      boolean now = isRaised(judged.get(i));
      raised += now ? 1 : 0;
      if (!kind.equals("none")) {
        urgent++;
        found += now ? 1 : 0;
        right += now && judged.get(i).kinds().getFirst().kind().label().equals(kind) ? 1 : 0;
      }
    }
    String rows = name + " (`" + part + "`)";
    if (urgent == 0) {
      figures.add(Rate.of("urgency", "raised, though none should be", raised, cases.size(), rows));
      return;
    }
    figures.add(Rate.of("urgency", "recall", found, urgent, "urgent of " + rows));
    if (urgent < cases.size()) {
      figures.add(Rate.of("urgency", "precision", found, raised, "raised of " + rows));
    }
    figures.add(Rate.of("urgency", "kind right", right, found, "found of " + rows));
  }

  private static List<JsonNode> cases(String part) {
    if (part.equals("test")) {
      return WrittenRows.rows("urgency-test");
    }
    try {
      return Files.readAllLines(CASES.resolve("cases-" + part + ".jsonl")).stream()
          .map(JSON::readTree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void alarms(
      List<Figure> figures, Understanding understanding, String name, List<String> texts) {
    long raised = judged(understanding, texts).stream().filter(UrgencyRows::isRaised).count();
    figures.add(Rate.of("urgency", "raised", raised, texts.size(), name + ", not labelled"));
  }

  private static List<Urgency> judged(Understanding understanding, List<String> texts) {
    return texts.stream()
        .map(text -> understanding.assess(List.of(Post.of("text", text))).getFirst())
        .map(Assessment::urgency)
        .toList();
  }

  private static boolean isRaised(Urgency urgency) {
    return urgency.level().compareTo(Level.HIGH) >= 0;
  }
}
