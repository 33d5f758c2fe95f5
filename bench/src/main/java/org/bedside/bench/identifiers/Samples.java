package org.bedside.bench.identifiers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Texts with labelled stretches. */
final class Samples {

  /** One labelled stretch, end exclusive. */
  record Label(int start, int end, String type) {}

  /** One text. */
  record Sample(String text, List<Label> labels) {}

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Samples() {}

  /** The synthetic general-PII rows; every fifth is kept for scoring and never learned from. */
  static List<Sample> generalPii(Path data, boolean heldOut) throws IOException {
    var samples = new ArrayList<Sample>();
    int row = 0;
    for (String line : Files.readAllLines(data.resolve("phi/general-pii.jsonl"))) {
      if ((row++ % 5 == 0) == heldOut) {
        JsonNode node = JSON.readTree(line);
        var labels = new ArrayList<Label>();
        for (JsonNode span : node.get("spans")) {
          labels.add(
              new Label(
                  span.get("start").asInt(), span.get("end").asInt(), span.get("type").asString()));
        }
        samples.add(new Sample(node.get("text").asString(), labels));
      }
    }
    return samples;
  }

  /** Texts of a JSON Lines file. */
  static List<String> texts(Path file) throws IOException {
    var texts = new ArrayList<String>();
    for (String line : Files.readAllLines(file)) {
      texts.add(JSON.readTree(line).get("text").asString());
    }
    return texts;
  }

  /** Invented posts: {@code [[TYPE|words]]} marks an identifier. */
  static List<Sample> marked(List<String> lines) {
    var samples = new ArrayList<Sample>();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      var text = new StringBuilder();
      var labels = new ArrayList<Label>();
      int at = 0;
      while (at < line.length()) {
        int open = line.indexOf("[[", at);
        if (open < 0) {
          text.append(line, at, line.length());
          break;
        }
        text.append(line, at, open);
        int bar = line.indexOf('|', open);
        int close = line.indexOf("]]", bar);
        int start = text.length();
        text.append(line, bar + 1, close);
        labels.add(new Label(start, text.length(), line.substring(open + 2, bar)));
        at = close + 2;
      }
      samples.add(new Sample(text.toString(), labels));
    }
    return samples;
  }
}
