package org.bedside.listening.imports.file;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line; its members are the columns. */
final class JsonLinesRows implements RowReader {

  private static final JsonMapper JSON = new JsonMapper();

  private final Lines lines;
  private final List<String> columns;

  private JsonLinesRows(Lines lines, List<String> columns) {
    this.lines = lines;
    this.columns = columns;
  }

  static JsonLinesRows open(Path file, Layout layout) throws IOException {
    return new JsonLinesRows(lines(file, layout.charset(), layout.skip()), layout.columns());
  }

  static Lines lines(Path file, String charset, int skip) throws IOException {
    Encoding encoding = new Encoding(Charset.forName(charset), skip);
    Reader text = new EscapingReader(Files.newInputStream(file), encoding);
    return new Lines(text);
  }

  /** The object on that line, or empty where there is none. */
  static Optional<ObjectNode> object(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  @Override
  public @Nullable Row next() throws IOException {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    if (lines.wasTooLong()) {
      return Row.unreadable(lines.number(), "line-too-long");
    }
    if (line.isBlank()) {
      return new Row(lines.number(), List.of(), null);
    }
    if (EscapingReader.isMarked(line)) {
      return new Row(lines.number(), List.of(line), "undecodable");
    }
    Optional<ObjectNode> object = object(line);
    if (object.isEmpty()) {
      return Row.unreadable(lines.number(), "json");
    }
    List<@Nullable String> cells = new ArrayList<>(columns.size());
    for (String column : columns) {
      cells.add(text(object.get().get(column)));
    }
    return new Row(lines.number(), cells, null);
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
