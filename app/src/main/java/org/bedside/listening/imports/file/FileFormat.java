package org.bedside.listening.imports.file;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that can be read. */
public enum FileFormat {
  /** Separated by commas, semicolons, tabs or bars; RFC 4180 as found in the wild. */
  CSV,
  /** One JSON object a line. */
  JSON_LINES,
  /** The first sheet of a workbook. */
  XLSX;

  /** The format of that name: csv, tsv, jsonl, ndjson or xlsx. */
  public static Optional<FileFormat> named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "csv", "tsv" -> Optional.of(CSV);
      case "jsonl", "ndjson" -> Optional.of(JSON_LINES);
      case "xlsx" -> Optional.of(XLSX);
      default -> Optional.empty();
    };
  }
}
