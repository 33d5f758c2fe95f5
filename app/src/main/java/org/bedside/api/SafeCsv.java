package org.bedside.api;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) that no spreadsheet takes for a formula: a cell that begins with {@code =},
 * {@code +}, {@code -}, {@code @}, a tab or a carriage return gets an apostrophe before it.
 */
public final class SafeCsv {

  private final Appendable out;

  public SafeCsv(Appendable out) {
    this.out = out;
  }

  /** Writes one record; null is an empty cell. */
  public void write(List<? extends @Nullable String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      cell(cells.get(i));
    }
    out.append("\r\n");
  }

  private void cell(@Nullable String cell) throws IOException {
    if (cell == null || cell.isEmpty()) {
      return;
    }
    String safe = "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    if (safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      out.append(safe);
      return;
    }
    out.append('"').append(safe.replace("\"", "\"\"")).append('"');
  }
}
