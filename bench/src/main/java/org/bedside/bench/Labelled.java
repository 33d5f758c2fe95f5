package org.bedside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the development data that were labelled for this project, by language models under
 * instruction. The labels are the project's and name rows by file and number; the texts are the
 * data's and stay there. Rows that are kept back from learning are left out.
 */
public final class Labelled {

  private static final String REVIEWS = "reviews/hospital-reviews.csv";

  private final Data data;
  private final Path folder;
  private final JsonMapper json = JsonMapper.builder().build();
  private final Map<String, List<JsonNode>> files = new HashMap<>();

  /**
   * @param folder that holds the labels
   */
  public Labelled(Data data, Path folder) {
    this.data = data;
    this.folder = folder;
  }

  /** Older comments of patients with {@code themes} and {@code sentiment5}. */
  public List<JsonNode> themes() {
    return rows("themes");
  }

  /** The same for some of them by another reader. */
  public List<JsonNode> themesAgain() {
    return rows("themes-again");
  }

  /** The same for comments that have labels of the data's own, by a reader who didn't see them. */
  public List<JsonNode> themesOfLabelled() {
    return rows("themes-of-labelled");
  }

  /** Older comments of patients with {@code opinions}, each with where its words begin and end. */
  public List<JsonNode> opinions() {
    return rows("opinions");
  }

  /** Comments of patients with {@code themes}, and {@code tones}: how each is spoken of. */
  public List<JsonNode> spoken() {
    return rows("tones");
  }

  /** Posts of disasters with their {@code type}. */
  public List<JsonNode> disasterTypes() {
    return rows("disaster-types");
  }

  /** Reviews, comments and posts with their {@code kind} of urgency. */
  public List<JsonNode> urgency() {
    return rows("urgency");
  }

  /**
   * Each row with its labels in place of those that the data has by the same name, and its {@code
   * number} in its file.
   */
  private List<JsonNode> rows(String name) {
    var rows = new ArrayList<JsonNode>();
    try {
      for (String line : Files.readAllLines(folder.resolve(name + ".jsonl"))) {
        JsonNode label = json.readTree(line);
        String file = label.get("file").asString();
        int number = label.get("row").asInt();
        if (isLearned(file, number)) {
          ObjectNode row = json.createObjectNode();
          row.setAll((ObjectNode) files.computeIfAbsent(file, this::read).get(number));
          label.properties().stream()
              .filter(field -> !field.getKey().equals("file") && !field.getKey().equals("row"))
              .forEach(field -> row.set(field.getKey(), field.getValue()));
          row.put("number", number);
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** Of older comments and reviews none is kept back, since nothing is fitted on them. */
  private static boolean isLearned(String file, int number) {
    return file.endsWith("phase1.jsonl") || file.equals(REVIEWS) || !HeldRows.isHeld(number);
  }

  private List<JsonNode> read(String file) {
    if (!file.equals(REVIEWS)) {
      return data.rows(file);
    }
    return Reviews.of(data).stream()
        .map(review -> (JsonNode) json.createObjectNode().put("text", review.text()))
        .toList();
  }
}
