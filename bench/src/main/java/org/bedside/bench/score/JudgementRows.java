package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The judgements of trained weights: sentiment, offence, grades, themes. */
final class JudgementRows {

  private static final String POSTS = "TweetEval dev";
  private static final String PEER = "TF-IDF + linear";
  private static final String ANSWERS = "patient-feedback dev";

  private JudgementRows() {}

  static List<Figure> sentiment(Data data, Understanding understanding) {
    List<JsonNode> rows = data.rows("sentiment/dev.jsonl");
    List<Sentiment> given = judged(understanding, rows, Assessment::sentiment);
    List<String> wanted = wanted(rows, JudgementRows::label);
    var vader = new VaderPeer();
    var peers = new LinkedHashMap<String, List<String>>();
    peers.put("VADER", rows.stream().map(row -> Metric.labels(vader.label(text(row)))).toList());
    List<JsonNode> train = data.rows("sentiment/train.jsonl");
    peers.put(PEER, peer("sentiment", train, JudgementRows::label, true, rows));
    return List.of(
        Bootstrap.figure(
            "sentiment",
            "macro-recall",
            POSTS,
            "official test: VADER .570, SVM .629, RoBERTa-base .713",
            answered(rows, wanted, labels(given), Metric.MACRO_RECALL),
            peers),
        Calibrated.figure("sentiment", POSTS, confidences(rows, wanted, given)));
  }

  private static List<String> labels(List<Sentiment> given) {
    return given.stream().map(of -> of.label().name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Answered confidences(
      List<JsonNode> rows, List<String> wanted, List<Sentiment> given) {
    var said = new ArrayList<String>();
    List<String> labels = labels(given);
    for (int i = 0; i < given.size(); i++) {
      Sentiment of = given.get(i);
      double confidence = Math.max(of.negative(), Math.max(of.neutral(), of.positive()));
      said.add(Calibrated.answer(confidence, labels.get(i).equals(wanted.get(i))));
    }
    return answered(rows, wanted, said, Metric.CALIBRATION_ERROR);
  }

  static List<Figure> offence(Data data, Understanding understanding) {
    List<JsonNode> rows = data.rows("offensive/dev.jsonl");
    List<Double> given = judged(understanding, rows, Assessment::offensive);
    List<String> wanted = wanted(rows, JudgementRows::label);
    List<String> labels =
        given.stream().map(likely -> likely >= 0.5 ? "offensive" : "not-offensive").toList();
    var said = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      said.add(Calibrated.answer(given.get(i), wanted.get(i).equals("offensive")));
    }
    List<JsonNode> train = data.rows("offensive/train.jsonl");
    return List.of(
        Bootstrap.figure(
            "offensive",
            "macro-F1",
            POSTS,
            "official test: SVM .523, FastText .734, RoB-RT .805",
            answered(rows, wanted, labels, Metric.MACRO_F1),
            Map.of(PEER, peer("offensive", train, JudgementRows::label, true, rows))),
        Calibrated.figure(
            "offensive", POSTS, answered(rows, wanted, said, Metric.CALIBRATION_ERROR)));
  }

  static List<Figure> grades(Data data, Understanding understanding) {
    List<JsonNode> rows = graded(data.rows("patient-feedback/dev.jsonl"));
    List<Sentiment> given = judged(understanding, rows, Assessment::sentiment);
    long apart = given.stream().filter(JudgementRows::isApart).count();
    System.out.println("label against scale5 on " + rows.size() + " rows: " + apart);
    Answered grades =
        answered(
            rows,
            wanted(rows, JudgementRows::grade),
            given.stream().map(of -> String.valueOf(of.scale5())).toList(),
            Metric.ACCURACY);
    List<JsonNode> train = graded(data.rows("patient-feedback/train.jsonl"));
    var peers = Map.of(PEER, peer("scale5", train, JudgementRows::grade, true, rows));
    List<String> wanted = wanted(rows, JudgementRows::labelOfGrade);
    String name = ANSWERS + ", grades 1 and 2 positive, 4 and 5 negative";
    return List.of(
        Bootstrap.figure(
            "scale5",
            "accuracy",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .668; private rows: DistilBERT .70",
            grades,
            peers),
        Bootstrap.figure(
            "scale5",
            "macro-F1",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .560; private rows: DistilBERT .65",
            grades.by(Metric.MACRO_F1),
            peers),
        Bootstrap.figure(
            "sentiment",
            "macro-recall",
            name,
            "",
            answered(rows, wanted, labels(given), Metric.MACRO_RECALL),
            Map.of()),
        Calibrated.figure("sentiment", name, confidences(rows, wanted, given)));
  }

  private static boolean isApart(Sentiment given) {
    return switch (given.label()) {
      case POSITIVE -> given.scale5() >= 4;
      case NEUTRAL -> false;
      case NEGATIVE -> given.scale5() <= 2;
    };
  }

  static List<Figure> themes(Data data, Understanding understanding) {
    List<JsonNode> rows = data.rows("patient-feedback/dev.jsonl");
    List<List<ThemeOpinion>> given = judged(understanding, rows, Assessment::themes);
    List<String> wanted = wanted(rows, JudgementRows::themesHeld);
    Answered themes =
        answered(
            rows,
            wanted,
            given.stream()
                .map(of -> Metric.labels(of.stream().map(ThemeOpinion::theme).collect(toSet())))
                .toList(),
            Metric.MICRO_F1);
    var said = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      Set<String> held = themesHeld(rows.get(i));
      said.add(
          given.get(i).stream()
              .map(of -> Calibrated.answer(of.score(), held.contains(of.theme())))
              .collect(Collectors.joining(" ")));
    }
    List<JsonNode> train = data.rows("patient-feedback/train.jsonl");
    var peers = Map.of(PEER, peer("themes", train, JudgementRows::themesHeld, false, rows));
    return List.of(
        Bootstrap.figure(
            "themes",
            "micro-F1",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .680; private rows: DistilBERT .75",
            themes,
            peers),
        Bootstrap.figure(
            "themes",
            "macro-F1, themes of 10+ rows",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .505 (28 themes there, 18 here)",
            themes.by(Metric.MACRO_F1_OF_TEN),
            peers),
        Calibrated.figure(
            "themes",
            "themes given to " + ANSWERS,
            answered(rows, wanted, said, Metric.CALIBRATION_ERROR)));
  }

  private static <T> List<T> judged(
      Understanding understanding, List<JsonNode> rows, Function<Assessment, T> judgement) {
    return understanding.assess(rows.stream().map(JudgementRows::post).toList()).stream()
        .map(judgement)
        .toList();
  }

  private static Post post(JsonNode row) {
    @Nullable JsonNode question = row.get("question");
    String asked = question == null ? null : question.asString();
    return new Post("row", text(row), asked, null, null, null, null, null, null, null);
  }

  private static Answered answered(
      List<JsonNode> rows, List<String> wanted, List<String> answers, Metric metric) {
    return new Answered(rows.stream().map(JudgementRows::text).toList(), wanted, answers, metric);
  }

  private static List<String> peer(
      String name,
      List<JsonNode> train,
      Function<JsonNode, Set<String>> held,
      boolean exclusive,
      List<JsonNode> rows) {
    List<String> seen = train.stream().map(JudgementRows::text).toList();
    List<Set<String>> seenHeld = train.stream().map(held).toList();
    List<String> asked = rows.stream().map(JudgementRows::text).toList();
    return Peers.answers(
        name, seen, seenHeld, asked, () -> new TfIdfPeer(seen, seenHeld, exclusive).label(asked));
  }

  private static List<String> wanted(List<JsonNode> rows, Function<JsonNode, Set<String>> held) {
    return rows.stream().map(held).map(Metric::labels).toList();
  }

  private static String text(JsonNode row) {
    return row.get("text").asString();
  }

  private static Set<String> label(JsonNode row) {
    return Set.of(row.get("label").asString());
  }

  private static List<JsonNode> graded(List<JsonNode> rows) {
    return rows.stream().filter(row -> !row.get("sentiment5").isNull()).toList();
  }

  private static Set<String> grade(JsonNode row) {
    return Set.of(String.valueOf(row.get("sentiment5").asInt()));
  }

  private static Set<String> labelOfGrade(JsonNode row) {
    int grade = row.get("sentiment5").asInt();
    return Set.of(grade < 3 ? "positive" : grade > 3 ? "negative" : "neutral");
  }

  private static Set<String> themesHeld(JsonNode row) {
    return row.get("themes").valueStream().map(JsonNode::asString).collect(toSet());
  }

  private static Collector<String, ?, Set<String>> toSet() {
    return Collectors.toCollection(TreeSet::new);
  }
}
