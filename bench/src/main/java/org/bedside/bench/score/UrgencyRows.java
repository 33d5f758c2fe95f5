package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.bench.Data;
import org.bedside.bench.Labelled;
import org.bedside.bench.Reviews;
import org.bedside.bench.Reviews.Review;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Level;
import org.bedside.understanding.Urgency.Signal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Urgency on invented cases, and what is raised of real texts, of which nearly none need a person
 * now.
 */
final class UrgencyRows implements ScoreRow {

  private static final Path CASES =
      Path.of("understanding/src/test/resources/org/bedside/understanding/urgency");
  private static final String NONE = "none";
  private static final int MOST = 4000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("second-test", "invented cases by a third writer, nothing tuned on them");
    PARTS.put("test", "invented cases by another writer, some choices made on them");
    PARTS.put("after", "invented cases, a pattern made for one of them");
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
    Set<String> learned =
        new Labelled(data, Path.of("bench/written/labels"))
            .urgency().stream().map(row -> row.get("text").asString()).collect(Collectors.toSet());
    alarms(
        figures,
        understanding,
        "real hospital reviews that were not learned from",
        Reviews.of(data).stream()
            .map(Review::text)
            .filter(text -> !learned.contains(text))
            .toList());
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
    List<String> texts = cases.stream().map(one -> one.get("text").asString()).toList();
    List<String> kinds = cases.stream().map(one -> one.get("kind").asString()).toList();
    var recall = new ArrayList<String>();
    var precision = new ArrayList<String>();
    var right = new ArrayList<String>();
    var said = new ArrayList<String>();
    for (int i = 0; i < judged.size(); i++) {
      boolean isUrgent = !kinds.get(i).equals(NONE);
      boolean isRaised = isRaised(judged.get(i));
      List<Signal> signals = judged.get(i).kinds();
      boolean isKind = isRaised && signals.getFirst().kind().label().equals(kinds.get(i));
      recall.add(isUrgent ? Rate.answer(isRaised) : "0/0");
      precision.add(isRaised ? Rate.answer(isUrgent) : "0/0");
      right.add(isRaised && isUrgent ? Rate.answer(isKind) : "0/0");
      said.add(isRaised ? Calibrated.answer(signals.getFirst().score(), isKind) : "");
    }
    String rows = name + " (`" + part + "`)";
    if (kinds.stream().allMatch(NONE::equals)) {
      List<String> raised = judged.stream().map(u -> Rate.answer(isRaised(u))).toList();
      figures.add(
          Rate.of(
              "urgency",
              "raised, though none should be",
              new Answered(texts, kinds, raised, Metric.SHARE),
              rows));
      return;
    }
    figures.add(share("recall", texts, kinds, recall, "urgent of " + rows));
    if (kinds.contains(NONE)) {
      figures.add(share("precision", texts, kinds, precision, "raised of " + rows));
    }
    figures.add(share("kind right", texts, kinds, right, "found of " + rows));
    if (part.endsWith("test")) {
      figures.add(
          Calibrated.figure(
              "urgency",
              "the kinds raised of " + rows,
              new Answered(texts, kinds, said, Metric.CALIBRATION_ERROR)));
    }
  }

  private static Figure share(
      String metric, List<String> texts, List<String> kinds, List<String> answers, String rows) {
    return Rate.of("urgency", metric, new Answered(texts, kinds, answers, Metric.SHARE), rows);
  }

  private static List<JsonNode> cases(String part) {
    if (part.endsWith("test")) {
      return WrittenRows.rows("urgency-" + part);
    }
    try {
      return Files.readAllLines(CASES.resolve("cases-" + part + ".jsonl")).stream()
          .map(JSON::readTree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of so many texts, those at equal steps tell enough. */
  private static void alarms(
      List<Figure> figures, Understanding understanding, String name, List<String> all) {
    int size = Math.min(MOST, all.size());
    List<String> texts =
        IntStream.range(0, size)
            .mapToObj(i -> all.get((int) ((long) i * all.size() / size)))
            .toList();
    List<String> raised =
        judged(understanding, texts).stream().map(u -> Rate.answer(isRaised(u))).toList();
    List<String> unknown = Collections.nCopies(size, "");
    String rows = name + (size < all.size() ? " (of " + all.size() + ")" : "") + ", not labelled";
    figures.add(
        Rate.of("urgency", "raised", new Answered(texts, unknown, raised, Metric.SHARE), rows));
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
