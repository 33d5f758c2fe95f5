package org.bedside.understanding.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bedside.understanding.Post;
import org.bedside.understanding.Watch;
import org.bedside.understanding.WatchQuery;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the users' guide to the watch language does what the guide says. */
class WatchLanguageGuideTest {

  private static final Path GUIDE = Path.of("../docs/guide/watch-language.md");

  @ParameterizedTest
  @MethodSource("examples")
  void examplesOfTheGuideHold(String query, List<String> finds, List<String> misses)
      throws WatchSyntaxException {
    WatchQuery watch = WatchQuery.parse(query);
    WatchSet set = WatchSet.compile(List.of(new Watch("w", query)));
    for (String post : finds) {
      assertThat(watch.matches(post(post))).as("%s finds %s", query, post).isTrue();
      assertThat(set.match(post(post))).containsExactly("w");
    }
    for (String post : misses) {
      assertThat(watch.matches(post(post))).as("%s finds %s", query, post).isFalse();
      assertThat(set.match(post(post))).isEmpty();
      assertThat(watch.highlight(post(post))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("errors")
  void errorsOfTheGuideStandAtTheirColumn(String query, int column, String code) {
    WatchSyntaxException error =
        catchThrowableOfType(WatchSyntaxException.class, () -> WatchQuery.parse(query));
    assertThat(error).as(query).isNotNull();
    assertThat(error.code()).as(query).isEqualTo(code);
    assertThat(error.column()).as(query).isEqualTo(column - 1);
    assertThat(error.getMessage()).endsWith(".");
  }

  static Stream<Object[]> examples() throws IOException {
    return rows("| query | finds | doesn't find |")
        .map(row -> new Object[] {cell(row.get(0)), posts(row.get(1)), posts(row.get(2))});
  }

  static Stream<Object[]> errors() throws IOException {
    return rows("| query | column | error |")
        .map(row -> new Object[] {cell(row.get(0)), Integer.parseInt(row.get(1)), row.get(2)});
  }

  private static Stream<List<String>> rows(String head) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean in = false;
    for (String line : Files.readAllLines(GUIDE)) {
      if (line.equals(head)) {
        in = true;
      } else if (!line.startsWith("|")) {
        in = false;
      } else if (in && !line.startsWith("|---")) {
        rows.add(List.of(line.substring(2, line.length() - 2).split(" \\| ")));
      }
    }
    assertThat(rows).hasSizeGreaterThan(30);
    return rows.stream();
  }

  private static String cell(String text) {
    return text.substring(1, text.length() - 1);
  }

  private static List<String> posts(String cell) {
    return Stream.of(cell.split("`; `")).map(post -> post.replace("`", "")).toList();
  }

  private static Post post(String example) {
    String[] parts = example.split(" · ");
    Map<String, String> fields = new HashMap<>();
    for (int i = 1; i < parts.length; i++) {
      int space = parts[i].indexOf(' ');
      fields.put(parts[i].substring(0, space), parts[i].substring(space + 1));
    }
    String rating = fields.get("rating");
    return new Post(
        "p",
        parts[0],
        null,
        rating == null ? null : Double.valueOf(rating),
        fields.get("author"),
        fields.get("url"),
        fields.get("source"),
        fields.get("lang"),
        fields.get("country"),
        null);
  }
}
