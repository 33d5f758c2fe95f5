package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bedside.bench.Data;
import org.bedside.bench.score.Metrics.Pair;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Post;
import org.bedside.understanding.Sentiment;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invented test rows of {@code bench/written}: hard English, Spanish, what the writer asks to
 * change, and how each theme is spoken of. Their writer saw none of the rows that are learned from.
 */
final class WrittenRows implements ScoreRow {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OF = "invented, nothing tuned on them";

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
    asks(figures, understanding);
    opinions(figures, understanding);
    return figures;
  }

  private static Assessment assess(Understanding understanding, JsonNode row) {
    return understanding.assess(List.of(Post.of("row", row.get("text").asString()))).getFirst();
  }

  private static String label(Sentiment sentiment) {
    return sentiment.label().name().toLowerCase(Locale.ROOT);
  }

  private static void challenge(List<Figure> figures, Understanding understanding) {
    var right = new TreeMap<String, Integer>();
    var all = new TreeMap<String, Integer>();
    for (JsonNode row : rows("challenge")) {
      boolean is =
          label(assess(understanding, row).sentiment()).equals(row.get("label").asString());
      for (String part : List.of("", row.get("phenomenon").asString())) {
        all.merge(part, 1, Integer::sum);
        right.merge(part, is ? 1 : 0, Integer::sum);
      }
    }
    for (Map.Entry<String, Integer> part : all.entrySet()) {
      String name = part.getKey().isEmpty() ? "challenge set, " + OF : "of it: " + part.getKey();
      int hits = right.getOrDefault(part.getKey(), 0);
      figures.add(Rate.of("sentiment", "accuracy", hits, part.getValue(), name));
    }
  }

  private static void spanish(List<Figure> figures, Understanding understanding) {
    var pairs = new ArrayList<Pair>();
    for (JsonNode row : rows("spanish-test")) {
      String given = label(assess(understanding, row).sentiment());
      pairs.add(new Pair(Set.of(row.get("label").asString()), Set.of(given)));
    }
    figures.add(
        Bootstrap.figure(
            new Bootstrap.Subject(
                "sentiment", "macro-recall", pairs.size(), "posts in Spanish, " + OF, ""),
            drawn -> Metrics.macroRecall(pairs, drawn),
            Map.of()));
  }

  /** What was asked for, found and given in one text. */
  private record Tally(int right, int held, int given) {}

  private static void asks(List<Figure> figures, Understanding understanding) {
    var tallies = new ArrayList<Tally>();
    for (JsonNode row : rows("asks-test")) {
      var held = new ArrayList<Span>();
      String text = unmarked(row.get("text").asString(), held);
      List<Span> given = understanding.assess(List.of(Post.of("row", text))).getFirst().asks();
      int right =
          (int) held.stream().filter(h -> given.stream().anyMatch(g -> isSame(g, h))).count();
      tallies.add(new Tally(right, held.size(), given.size()));
    }
    figures.add(
        Bootstrap.figure(
            new Bootstrap.Subject(
                "asks", "F1 of spans that share half", tallies.size(), "texts, " + OF, ""),
            drawn -> {
              double right = 0;
              double all = 0;
              for (int i : drawn) {
                right += tallies.get(i).right;
                all += tallies.get(i).held + tallies.get(i).given;
              }
              return all == 0 ? 0 : 2 * right / all;
            },
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

  private static void opinions(List<Figure> figures, Understanding understanding) {
    int found = 0;
    int right = 0;
    int all = 0;
    for (JsonNode row : rows("opinions-test")) {
      Assessment assessment = assess(understanding, row);
      for (JsonNode opinion : row.get("opinions")) {
        all++;
        for (ThemeOpinion theme : assessment.themes()) {
          if (theme.theme().equals(opinion.get("theme").asString())) {
            found++;
            String said = theme.sentiment().name().toLowerCase(Locale.ROOT);
            right += said.equals(opinion.get("sentiment").asString()) ? 1 : 0;
          }
        }
      }
    }
    String name = "opinions, " + OF;
    figures.add(Rate.of("opinions", "theme found", found, all, name));
    figures.add(Rate.of("opinions", "sentiment right of those found", right, found, name));
    figures.add(Rate.of("opinions", "theme found and sentiment right", right, all, name));
  }
}
