package org.bedside.bench.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures recorded last: {@code figures.jsonl} with a line for each, and for each group of rows
 * {@code GROUP.answers.gz} with the answers they came from, but no texts. Not thread-safe.
 */
final class Recorded {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FIGURES = "figures.jsonl";

  private final Path folder;
  private final Map<String, Past> byKey = new LinkedHashMap<>();

  private Recorded(Path folder) {
    this.folder = folder;
  }

  /** Reads what is there, which may be nothing yet. */
  static Recorded read(Path folder) throws IOException {
    var recorded = new Recorded(folder);
    Path figures = folder.resolve(FIGURES);
    if (!Files.exists(figures)) {
      return recorded;
    }
    Map<String, Map<String, List<String>>> answers = new HashMap<>();
    for (String line : Files.readAllLines(figures)) {
      JsonNode row = JSON.readTree(line);
      String group = row.get("group").asString();
      if (!answers.containsKey(group)) {
        answers.put(group, recorded.answers(group));
      }
      String key = key(row);
      recorded.byKey.put(
          key,
          new Past(
              group,
              key,
              number(row.get("value")),
              number(row.get("low")),
              number(row.get("high")),
              row.path("texts").asString(""),
              row.get("date").asString(),
              answers.getOrDefault(group, Map.of()).get(key)));
    }
    return recorded;
  }

  private static String key(JsonNode row) {
    return row.get("judgement").asString()
        + " | "
        + row.get("metric").asString()
        + " | "
        + row.get("rows").asString();
  }

  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  /** Those of a group, in the order of the board. */
  List<Past> ofGroup(String group) {
    return byKey.values().stream().filter(past -> past.group().equals(group)).toList();
  }

  /** Puts these in the place of all figures of a group, and writes them down. */
  void replace(String group, List<Past> figures) throws IOException {
    byKey.values().removeIf(past -> past.group().equals(group));
    figures.forEach(past -> byKey.put(past.key(), past));
    Files.createDirectories(folder);
    var lines = new ArrayList<String>();
    byKey.values().forEach(past -> lines.add(line(past)));
    Files.write(folder.resolve(FIGURES), lines);
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(answersFile(group))),
            StandardCharsets.UTF_8)) {
      for (Past past : figures) {
        if (past.answers() != null) {
          ObjectNode row = JSON.createObjectNode().put("figure", past.key());
          past.answers().forEach(row.putArray("answers")::add);
          out.write(JSON.writeValueAsString(row) + "\n");
        }
      }
    }
  }

  private static String line(Past past) {
    String[] key = past.key().split(" \\| ", 3);
    ObjectNode row =
        JSON.createObjectNode()
            .put("group", past.group())
            .put("judgement", key[0])
            .put("metric", key[1])
            .put("rows", key[2])
            .put("value", rounded(past.value()))
            .put("low", rounded(past.low()))
            .put("high", rounded(past.high()))
            .put("date", past.date());
    if (!past.fingerprint().isEmpty()) {
      row.put("texts", past.fingerprint());
    }
    return JSON.writeValueAsString(row);
  }

  private static @Nullable Double rounded(double value) {
    return Double.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
  }

  private Path answersFile(String group) {
    return folder.resolve(group + ".answers.gz");
  }

  private Map<String, List<String>> answers(String group) throws IOException {
    Map<String, List<String>> answers = new HashMap<>();
    if (!Files.exists(answersFile(group))) {
      return answers;
    }
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(answersFile(group))),
                StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode row = JSON.readTree(line);
        var of = new ArrayList<String>();
        row.get("answers").forEach(answer -> of.add(answer.asString()));
        answers.put(row.get("figure").asString(), List.copyOf(of));
      }
    }
    return answers;
  }
}
