package org.bedside.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of one scale in a table: negative to the left of a middle line, positive to the
 * right.
 *
 * @param corner what the rows are
 * @param columns names of the columns
 */
public record Matrix(String caption, String corner, List<String> columns, List<Row> rows) {

  /** One row; a cell is null where nobody said anything. */
  public record Row(String name, List<@Nullable Cell> cells) {}

  /**
   * @param href address of its posts
   * @param words all of it in a sentence, read aloud
   */
  public record Cell(long negative, long positive, long total, String href, String words) {}

  /** Half the width of the drawing, in posts: the longest bar on either side. */
  public long half() {
    return Math.max(
        1,
        rows.stream()
            .flatMap(row -> row.cells().stream())
            .mapToLong(cell -> cell == null ? 0 : Math.max(cell.negative(), cell.positive()))
            .max()
            .orElse(1));
  }
}
