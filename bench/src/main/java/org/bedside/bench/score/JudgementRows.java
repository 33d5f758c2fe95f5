package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.bedside.bench.Data;
import org.bedside.bench.score.Metrics.Pair;
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

  private static Set<String> one(JsonNode row, String field) {
    return Set.of(row.get(field).asString());
  }

  private static List<Pair> pairs(
      List<JsonNode> rows,
      Understanding understanding,
      Function<JsonNode, Set<String>> held,
      Function<Assessment, Set<String>> given) {
    var posts = rows.stream().map(JudgementRows::post).toList();
    List<Assessment> assessments = understanding.assess(posts);
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < rows.size(); i++) {
      pairs.add(new Pair(held.apply(rows.get(i)), given.apply(assessments.get(i))));
    }
    return pairs;
  }

  private static Post post(JsonNode row) {
    @Nullable JsonNode question = row.get("question");
    return new Post(
        "row",
        text(row),
        question == null ? null : question.asString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static List<Figure> sentiment(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    List<JsonNode> rows = data.rows("sentiment/dev.jsonl");
    List<Pair> pairs =
        pairs(
            rows,
            understanding,
            row -> one(row, "label"),
            a -> Set.of(a.sentiment().label().name().toLowerCase(Locale.ROOT)));
    var vader = new VaderPeer();
    var peers = new LinkedHashMap<String, List<Pair>>();
    peers.put("VADER", beside(pairs, rows.stream().map(row -> vader.label(text(row))).toList()));
    List<JsonNode> train = data.rows("sentiment/train.jsonl");
    peers.put(PEER, beside(pairs, peer(train, row -> one(row, "label"), true, rows)));
    figures.add(
        figure(
            "sentiment",
            "macro-recall",
            POSTS,
            "official test: VADER .570, SVM .629, RoBERTa-base .713",
            pairs,
            peers,
            Metrics::macroRecall));
    return figures;
  }

  static List<Figure> offence(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    List<JsonNode> rows = data.rows("offensive/dev.jsonl");
    List<Pair> pairs =
        pairs(
            rows,
            understanding,
            row -> one(row, "label"),
            a -> Set.of(a.offensive() >= 0.5 ? "offensive" : "not-offensive"));
    List<JsonNode> train = data.rows("offensive/train.jsonl");
    figures.add(
        figure(
            "offensive",
            "macro-F1",
            POSTS,
            "official test: SVM .523, FastText .734, RoB-RT .805",
            pairs,
            Map.of(PEER, beside(pairs, peer(train, row -> one(row, "label"), true, rows))),
            (of, drawn) -> Metrics.macroF1(of, drawn, Metrics.labels(of, 1))));
    return figures;
  }

  static List<Figure> grades(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    List<JsonNode> rows = graded(data.rows("patient-feedback/dev.jsonl"));
    List<Assessment> assessments =
        understanding.assess(rows.stream().map(JudgementRows::post).toList());
    var pairs = new ArrayList<Pair>();
    int apart = 0;
    for (int i = 0; i < rows.size(); i++) {
      Sentiment given = assessments.get(i).sentiment();
      pairs.add(new Pair(grade(rows.get(i)), Set.of(String.valueOf(given.scale5()))));
      apart += isApart(given) ? 1 : 0;
    }
    System.out.println("label against scale5 on " + rows.size() + " rows: " + apart);
    List<JsonNode> train = graded(data.rows("patient-feedback/train.jsonl"));
    var peers = Map.of(PEER, beside(pairs, peer(train, JudgementRows::grade, true, rows)));
    figures.add(
        figure(
            "scale5",
            "accuracy",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .668; private rows: DistilBERT .70",
            pairs,
            peers,
            Metrics::accuracy));
    figures.add(
        figure(
            "scale5",
            "macro-F1",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .560; private rows: DistilBERT .65",
            pairs,
            peers,
            (of, drawn) -> Metrics.macroF1(of, drawn, Metrics.labels(of, 1))));
    return figures;
  }

  private static boolean isApart(Sentiment given) {
    return switch (given.label()) {
      case POSITIVE -> given.scale5() >= 4;
      case NEUTRAL -> false;
      case NEGATIVE -> given.scale5() <= 2;
    };
  }

  static List<Figure> themes(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    List<JsonNode> rows = data.rows("patient-feedback/dev.jsonl");
    List<Pair> pairs =
        pairs(rows, understanding, JudgementRows::themesHeld, JudgementRows::themesGiven);
    List<JsonNode> train = data.rows("patient-feedback/train.jsonl");
    var peers = Map.of(PEER, beside(pairs, peer(train, JudgementRows::themesHeld, false, rows)));
    figures.add(
        figure(
            "themes",
            "micro-F1",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .680; private rows: DistilBERT .75",
            pairs,
            peers,
            Metrics::microF1));
    figures.add(
        figure(
            "themes",
            "macro-F1, themes of 10+ rows",
            ANSWERS,
            "hidden rows of the same set: TF-IDF + linear .505 (28 themes there, 18 here)",
            pairs,
            peers,
            (of, drawn) -> Metrics.macroF1(of, drawn, Metrics.labels(of, 10))));
    return figures;
  }

  private static Figure figure(
      String judgement,
      String metricName,
      String rowsName,
      String anchors,
      List<Pair> pairs,
      Map<String, List<Pair>> peers,
      ToDoubleBiFunction<List<Pair>, int[]> metric) {
    var others = new LinkedHashMap<String, ToDoubleFunction<int[]>>();
    peers.forEach((name, of) -> others.put(name, rows -> metric.applyAsDouble(of, rows)));
    return Bootstrap.figure(
        new Bootstrap.Subject(judgement, metricName, pairs.size(), rowsName, anchors),
        rows -> metric.applyAsDouble(pairs, rows),
        others);
  }

  private static List<Set<String>> peer(
      List<JsonNode> train,
      Function<JsonNode, Set<String>> held,
      boolean exclusive,
      List<JsonNode> rows) {
    return new TfIdfPeer(
            train.stream().map(JudgementRows::text).toList(),
            train.stream().map(held).toList(),
            exclusive)
        .label(rows.stream().map(JudgementRows::text).toList());
  }

  private static List<Pair> beside(List<Pair> pairs, List<Set<String>> given) {
    var beside = new ArrayList<Pair>();
    for (int i = 0; i < given.size(); i++) {
      beside.add(new Pair(pairs.get(i).held(), given.get(i)));
    }
    return beside;
  }

  private static String text(JsonNode row) {
    return row.get("text").asString();
  }

  private static List<JsonNode> graded(List<JsonNode> rows) {
    return rows.stream().filter(row -> !row.get("sentiment5").isNull()).toList();
  }

  private static Set<String> grade(JsonNode row) {
    return Set.of(String.valueOf(row.get("sentiment5").asInt()));
  }

  private static Set<String> themesHeld(JsonNode row) {
    var held = new TreeSet<String>();
    row.get("themes").forEach(theme -> held.add(theme.asString()));
    return held;
  }

  private static Set<String> themesGiven(Assessment assessment) {
    var given = new TreeSet<String>();
    assessment.themes().stream().map(ThemeOpinion::theme).forEach(given::add);
    return given;
  }
}
