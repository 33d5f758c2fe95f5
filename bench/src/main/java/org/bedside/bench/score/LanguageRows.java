package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.understanding.Post;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;

/**
 * The language of invented short posts, by the writer of the library's word lists. Those grew while
 * what was missed of {@code language-test} was looked at; {@code language-more-test} was written
 * when they were done. After it one slip was mended (digits before Japanese letters), which two of
 * its rows had shown.
 */
final class LanguageRows implements ScoreRow {

  /** Those most met on social networks, and that most libraries tell. */
  private static final Set<String> USUAL =
      Set.of(
          "en", "es", "fr", "de", "it", "pt", "nl", "pl", "sv", "ru", "uk", "ar", "zh", "ja", "ko",
          "hi", "vi", "tl", "tr");

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    of(figures, understanding, "language-test", "invented short posts, word lists tuned on them");
    of(
        figures,
        understanding,
        "language-more-test",
        "further invented short posts, one slip mended after them");
    return figures;
  }

  private static void of(
      List<Figure> figures, Understanding understanding, String file, String name) {
    var right = new TreeMap<String, Integer>();
    var all = new TreeMap<String, Integer>();
    for (JsonNode row : WrittenRows.rows(file)) {
      String code = row.get("language").asString();
      Post post = Post.of("row", row.get("text").asString());
      boolean is = understanding.assess(List.of(post)).getFirst().language().equals(code);
      all.merge(code, 1, Integer::sum);
      right.merge(code, is ? 1 : 0, Integer::sum);
    }
    figures.add(rate(right, all, USUAL, name + ", nineteen usual languages"));
    Set<String> others =
        all.keySet().stream().filter(code -> !USUAL.contains(code)).collect(Collectors.toSet());
    figures.add(
        rate(right, all, others, name + ", " + (others.size() - 1) + " other languages and `und`"));
  }

  private static Figure rate(
      Map<String, Integer> right, Map<String, Integer> all, Set<String> of, String name) {
    int hits = of.stream().mapToInt(code -> right.getOrDefault(code, 0)).sum();
    int count = of.stream().mapToInt(code -> all.getOrDefault(code, 0)).sum();
    return Rate.of("language", "accuracy", hits, count, name);
  }
}
