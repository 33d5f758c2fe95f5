package org.bedside.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The development data, which is no part of the project: the folder named by {@code BEDSIDE_DATA},
 * or {@code ../shared/data} beside the repository.
 */
public final class Data {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;

  private Data(Path folder) {
    this.folder = folder;
  }

  /** Finds the data, or says in one sentence where it was looked for. */
  public static Data find() {
    String named = System.getenv("BEDSIDE_DATA");
    Path folder = Path.of(named == null || named.isBlank() ? "../shared/data" : named);
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException(
          "No development data at " + folder + ": set BEDSIDE_DATA to its folder.");
    }
    return new Data(folder);
  }

  /** Reads a JSON Lines file below the data folder. */
  public List<JsonNode> rows(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .filter(line -> !line.isBlank())
          .map(JSON::readTree)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file below the data folder. */
  public Path path(String file) {
    return folder.resolve(file);
  }
}
