package org.bedside.listening.imports.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file.
 *
 * @param number as a spreadsheet or an editor counts it: the first line of the file is 1
 * @param cells one for each column, null where the row has none
 * @param problem code of what keeps the row from being read, or null
 */
public record Row(long number, List<@Nullable String> cells, @Nullable String problem) {

  public Row {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  static Row unreadable(long number, String problem) {
    return new Row(number, List.of(), problem);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return problem == null && cells.stream().allMatch(cell -> cell == null || cell.isBlank());
  }

  /** The cell in that column, or null. */
  public @Nullable String cell(int column) {
    return column < cells.size() ? cells.get(column) : null;
  }

  /** Its length in characters. */
  public int length() {
    int length = 0;
    for (String cell : cells) {
      length += cell == null ? 0 : cell.length();
    }
    return length;
  }
}
