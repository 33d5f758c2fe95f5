package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bedside.bench.Data;
import org.bedside.bench.score.Metrics.Pair;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The judgements of trained weights: sentiment, offence, themes, language of English posts. */
final class JudgementRows implements ScoreRow {

  private static final String POSTS = "TweetEval dev";
  private static final String ANSWERS = "patient-feedback dev";

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    sentiment(figures, data, understanding);
    offence(figures, data, understanding);
    patients(figures, data, understanding);
    return figures;
  }

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
        row.get("text").asString(),
        question == null ? null : question.asString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static void sentiment(List<Figure> figures, Data data, Understanding understanding) {
    List<Pair> pairs =
        pairs(
            data.rows("sentiment/dev.jsonl"),
            understanding,
            row -> one(row, "label"),
            a -> Set.of(a.sentiment().label().name().toLowerCase(Locale.ROOT)));
    figures.add(
        Bootstrap.figure(
            "sentiment",
            "macro-recall",
            POSTS,
            "on the official test, other rows: VADER .570, SVM .629, RoBERTa-base .713",
            pairs.size(),
            rows -> Metrics.macroRecall(pairs, rows)));
  }

  private static void offence(List<Figure> figures, Data data, Understanding understanding) {
    List<Pair> pairs =
        pairs(
            data.rows("offensive/dev.jsonl"),
            understanding,
            row -> one(row, "label"),
            a -> Set.of(a.offensive() >= 0.5 ? "offensive" : "not-offensive"));
    figures.add(
        Bootstrap.figure(
            "offensive",
            "macro-F1",
            POSTS,
            "on the official test, other rows: SVM .523, FastText .734, RoB-RT .805",
            pairs.size(),
            rows -> Metrics.macroF1(pairs, rows, Metrics.labels(pairs, 1))));
  }

  private static void patients(List<Figure> figures, Data data, Understanding understanding) {
    List<JsonNode> all = data.rows("patient-feedback/dev.jsonl");
    List<JsonNode> graded = all.stream().filter(row -> !row.get("sentiment5").isNull()).toList();
    List<Pair> grades =
        pairs(
            graded,
            understanding,
            row -> Set.of(String.valueOf(row.get("sentiment5").asInt())),
            a -> Set.of(String.valueOf(a.sentiment().scale5())));
    figures.add(
        Bootstrap.figure(
            "scale5",
            "accuracy",
            ANSWERS,
            "TF-IDF + linear .668 on other rows of the same set, DistilBERT .70",
            grades.size(),
            rows -> Metrics.accuracy(grades, rows)));
    figures.add(
        Bootstrap.figure(
            "scale5",
            "macro-F1",
            ANSWERS,
            "TF-IDF + linear .560 on other rows of the same set, DistilBERT .65",
            grades.size(),
            rows -> Metrics.macroF1(grades, rows, Metrics.labels(grades, 1))));
    List<Pair> themes =
        pairs(all, understanding, JudgementRows::themesHeld, JudgementRows::themesGiven);
    figures.add(
        Bootstrap.figure(
            "themes",
            "micro-F1",
            ANSWERS,
            "TF-IDF + linear .680 on other rows of the same set, DistilBERT .75",
            themes.size(),
            rows -> Metrics.microF1(themes, rows)));
    figures.add(
        Bootstrap.figure(
            "themes",
            "macro-F1, themes of 10+ rows",
            ANSWERS,
            "TF-IDF + linear .505 on other rows of the same set (28 themes there, 18 here)",
            themes.size(),
            rows -> Metrics.macroF1(themes, rows, Metrics.labels(themes, 10))));
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
