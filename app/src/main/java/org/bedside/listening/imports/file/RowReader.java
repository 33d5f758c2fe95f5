package org.bedside.listening.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the rows below the headings, one after the other. Not thread-safe. */
public sealed interface RowReader extends Closeable permits CsvRows, JsonLinesRows, XlsxRows {

  /**
   * The next row, or null after the last one; empty rows come too, so that the order of rows can be
   * told again.
   *
   * @throws UnreadableFileException where nothing can be read from here on; again at each further
   *     call
   */
  @Nullable Row next() throws IOException;

  /** Reads {@code file} as {@code layout} says. */
  static RowReader open(Path file, Layout layout) throws IOException {
    return switch (layout.format()) {
      case CSV -> CsvRows.open(file, layout);
      case JSON_LINES -> JsonLinesRows.open(file, layout);
      case XLSX -> XlsxRows.open(file, layout.columns().size());
    };
  }
}
