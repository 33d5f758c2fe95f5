package org.bedside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows that were written for this project, by what they are for: {@code bench/written}. */
public final class Invented {

  private static final List<String> TO_LEARN =
      List.of("-train", "-more-train", "-later-train", "-third-train", "-fourth-train");

  private final Path folder;
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * @param folder that holds the files
   */
  public Invented(Path folder) {
    this.folder = folder;
  }

  /** The rows to learn from, without those of them that are kept back. */
  public List<JsonNode> toLearn(String name) {
    return learned(name, false);
  }

  /** The rows that were kept back: a file of their own, and some of those to learn from. */
  public List<JsonNode> held(String name) {
    List<JsonNode> held = heldAlone(name);
    held.addAll(learned(name, true));
    return held;
  }

  /** The rows kept back in a file of their own. */
  public List<JsonNode> heldAlone(String name) {
    return lines(name + "-held");
  }

  /** Rows that may be looked at while building, to measure on along the way. */
  public List<JsonNode> dev(String name) {
    List<JsonNode> rows = lines(name + "-dev");
    rows.addAll(lines(name + "-third-dev"));
    return rows;
  }

  /** The rows to measure on. */
  public List<JsonNode> test(String name) {
    return lines(name + "-test");
  }

  private List<JsonNode> learned(String name, boolean held) {
    var rows = new ArrayList<JsonNode>();
    for (String file : TO_LEARN) {
      int number = 0;
      for (JsonNode row : lines(name + file)) {
        if (HeldRows.isHeld(number++) == held) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** All rows of one file, none where there is no such file. */
  private List<JsonNode> lines(String name) {
    Path file = folder.resolve(name + ".jsonl");
    var rows = new ArrayList<JsonNode>();
    try {
      for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
        if (!line.isBlank()) {
          rows.add(json.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
