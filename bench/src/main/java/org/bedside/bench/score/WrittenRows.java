package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bedside.bench.Data;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Span;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invented test rows of {@code bench/written}: hard English, Spanish, what the writer asks to
 * change, and how each theme is spoken of. Their writer saw none of the rows that are learned from.
 */
final class WrittenRows implements ScoreRow {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final String OF = "invented, nothing tuned on them";

  /** The rows of a file of {@code bench/written}. */
  static List<JsonNode> rows(String name) {
    try {
      return Files.readAllLines(Path.of("bench/written", name + ".jsonl")).stream()
          .filter(line -> !line.isBlank())
          .map(JSON::readTree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    challenge(figures, understanding);
    spanish(figures, understanding);
    asks(
        figures,
        understanding,
        "asks-second-test",
        "invented, how sure to be was chosen anew after a fall on them (`second-test`)");
    asks(figures, understanding, "asks-test", "invented, some choices made on them (`test`)");
    var opinions = new OpinionRows(understanding);
    figures.addAll(opinions.measure("opinions-second-test", OF + " (`second-test`)"));
    figures.addAll(
        opinions.measure(
            "opinions-test", "invented, the kinds of errors on them learned from (`test`)"));
    return figures;
  }

  static Assessment assess(Understanding understanding, JsonNode row) {
    return understanding.assess(List.of(Post.of("row", row.get("text").asString()))).getFirst();
  }

  static String label(Sentiment sentiment) {
    return name(sentiment.label());
  }

  private static void challenge(List<Figure> figures, Understanding understanding) {
    List<JsonNode> rows = rows("challenge");
    List<String> given =
        rows.stream().map(row -> label(assess(understanding, row).sentiment())).toList();
    var parts = new TreeSet<String>();
    rows.forEach(row -> parts.add(row.get("phenomenon").asString()));
    figures.add(challenge("challenge set, " + OF, rows, given, row -> true));
    for (String part : parts) {
      figures.add(
          challenge(
              "of it: " + part, rows, given, row -> row.get("phenomenon").asString().equals(part)));
    }
  }

  private static Figure challenge(
      String name, List<JsonNode> rows, List<String> given, Predicate<JsonNode> counts) {
    var answers = new ArrayList<String>();
    for (int i = 0; i < rows.size(); i++) {
      boolean isRight = given.get(i).equals(rows.get(i).get("label").asString());
      answers.add(counts.test(rows.get(i)) ? Rate.answer(isRight) : "0/0");
    }
    var answered =
        new Answered(strings(rows, "text"), strings(rows, "label"), answers, Metric.SHARE);
    return Rate.of("sentiment", "accuracy", answered, name);
  }

  private static List<String> strings(List<JsonNode> rows, String field) {
    return rows.stream().map(row -> row.get(field).asString()).toList();
  }

  private static void spanish(List<Figure> figures, Understanding understanding) {
    List<JsonNode> rows = rows("spanish-test");
    List<String> given =
        rows.stream().map(row -> label(assess(understanding, row).sentiment())).toList();
    figures.add(
        Bootstrap.figure(
            "sentiment",
            "macro-recall",
            "posts in Spanish, " + OF,
            "",
            new Answered(strings(rows, "text"), strings(rows, "label"), given, Metric.MACRO_RECALL),
            Map.of()));
  }

  private static void asks(
      List<Figure> figures, Understanding understanding, String file, String of) {
    var texts = new ArrayList<String>();
    var wanted = new ArrayList<String>();
    var answers = new ArrayList<String>();
    for (JsonNode row : rows(file)) {
      var held = new ArrayList<Span>();
      String text = unmarked(row.get("text").asString(), held);
      List<Span> given = understanding.assess(List.of(Post.of("row", text))).getFirst().asks();
      long right = held.stream().filter(h -> given.stream().anyMatch(g -> isSame(g, h))).count();
      texts.add(text);
      wanted.add(row.get("text").asString());
      answers.add(right + "/" + held.size() + "/" + given.size());
    }
    figures.add(
        Bootstrap.figure(
            "asks",
            "F1 of spans that share half",
            "texts, " + of,
            "",
            new Answered(texts, wanted, answers, Metric.F1_OF_COUNTS),
            Map.of()));
  }

  /** Takes the braces out of a text and gives what stood between them. */
  static String unmarked(String marked, List<Span> spans) {
    var text = new StringBuilder();
    int at = 0;
    while (true) {
      int from = marked.indexOf("{{", at);
      int to = from < 0 ? -1 : marked.indexOf("}}", from);
      if (to < 0) {
        return text.append(marked.substring(at)).toString();
      }
      text.append(marked, at, from);
      spans.add(new Span(text.length(), text.length() + to - from - 2));
      text.append(marked, from + 2, to);
      at = to + 2;
    }
  }

  /** Whether two stretches have at least half of all their letters in common. */
  private static boolean isSame(Span a, Span b) {
    int common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    int all = Math.max(a.end(), b.end()) - Math.min(a.start(), b.start());
    return common * 2 >= all;
  }

  static String name(SentimentLabel label) {
    return label.name().toLowerCase(Locale.ROOT);
  }
}
