package org.bedside.bench.teaching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.Post;
import org.bedside.understanding.Teaching;
import org.bedside.understanding.ThemeOpinion;
import org.bedside.understanding.Understanding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Three invented themes at once, 20 examples each, judged on 40 other rows of each and 200 rows of
 * none, 60 of which use the same words in another sense.
 */
final class InventedThemes {

  private static final Path ROWS = Path.of("bench/written/own-themes-test.jsonl");
  private static final List<String> THEMES =
      List.of("Therapy animals", "Online portal", "Building works");

  private InventedThemes() {}

  private record Row(String theme, boolean example, String text) {}

  static void measure(Understanding understanding) {
    List<Row> rows = rows();
    List<Row> held = rows.stream().filter(row -> !row.example()).toList();
    List<OwnTheme> own =
        THEMES.stream()
            .map(
                name ->
                    new OwnTheme(
                        name,
                        rows.stream()
                            .filter(row -> row.example() && row.theme().equals(name))
                            .map(Row::text)
                            .toList()))
            .toList();
    long start = System.nanoTime();
    Understanding taught = understanding.taught(new Teaching(own, List.of()));
    long learned = (System.nanoTime() - start) / 1_000_000;
    System.out.println(
        "| invented theme | rows of it, of "
            + held.size()
            + " | precision | recall | F1 | F1, 95% |");
    System.out.println("|---|---|---|---|---|---|");
    List<Set<String>> found =
        taught.assess(held.stream().map(row -> Post.of("row", row.text())).toList()).stream()
            .map(InventedThemes::themes)
            .toList();
    List<Boolean> allHeld = new ArrayList<>();
    List<Boolean> allGiven = new ArrayList<>();
    for (String name : THEMES) {
      List<Boolean> is = held.stream().map(row -> row.theme().equals(name)).toList();
      List<Boolean> given = found.stream().map(themes -> themes.contains(name)).toList();
      allHeld.addAll(is);
      allGiven.addAll(given);
      print(name, is, given);
    }
    print("all three", allHeld, allGiven);
    System.out.println("learned in " + learned + " ms, the background read with it");
  }

  private static Set<String> themes(Assessment assessment) {
    return assessment.themes().stream().map(ThemeOpinion::theme).collect(Collectors.toSet());
  }

  private static void print(String name, List<Boolean> held, List<Boolean> given) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %s | %s |%n",
        name,
        held.stream().filter(is -> is).count(),
        Counted.of(held, given).line(),
        Counted.interval(held, given));
  }

  private static List<Row> rows() {
    JsonMapper json = JsonMapper.builder().build();
    try {
      return Files.readAllLines(ROWS).stream()
          .filter(line -> !line.isBlank())
          .map(json::readTree)
          .map(InventedThemes::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(JsonNode row) {
    return new Row(
        row.get("theme").asString(),
        row.get("part").asString().equals("example"),
        row.get("text").asString());
  }
}
