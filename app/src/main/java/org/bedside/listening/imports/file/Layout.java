package org.bedside.listening.imports.file;

import java.util.List;

/**
 * How a file is laid out.
 *
 * @param charset name of its encoding; of no meaning for a workbook
 * @param skip bytes of a byte-order mark
 * @param separator between cells; of no meaning but for CSV
 * @param columns their names in order
 */
public record Layout(
    FileFormat format, String charset, int skip, char separator, List<String> columns) {

  public Layout {
    columns = List.copyOf(columns);
  }
}
