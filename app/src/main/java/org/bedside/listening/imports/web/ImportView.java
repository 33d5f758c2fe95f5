package org.bedside.listening.imports.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.listening.imports.DateStyle;
import org.bedside.listening.imports.Field;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.RowProblem;
import org.bedside.listening.imports.file.FileFormat;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * An import on its page.
 *
 * @param pending posts of its source that wait for their assessment
 * @param seconds that are left, or -1 where nobody can say yet
 */
public record ImportView(ImportJob job, long pending, long seconds) {

  /** What people call it: the source, or before it is chosen the file. */
  public String name() {
    return job.sourceName() != null ? job.sourceName() : job.fileName();
  }

  public UUID id() {
    return job.id();
  }

  public String state() {
    return job.state().name().toLowerCase(Locale.ROOT);
  }

  public boolean running() {
    return job.state() == ImportJob.State.RUNNING;
  }

  public boolean paused() {
    return job.state() == ImportJob.State.PAUSED;
  }

  /** Whether the page must look again. */
  public boolean moves() {
    return running();
  }

  /** How many of the stored posts are understood; those of other imports may wait too. */
  public long understood() {
    return Math.max(0, job.counts().stored() - pending);
  }

  /** "UTF-8, separated by commas". */
  public String layout(Page page) {
    return switch (job.layout().format()) {
      case XLSX -> page.text("import.layout.xlsx");
      case JSON_LINES -> page.text("import.layout.json-lines", job.layout().charset());
      case CSV -> page.text("import.layout.csv", job.layout().charset(), page.text(separatorKey()));
    };
  }

  private String separatorKey() {
    return switch (job.layout().separator()) {
      case ';' -> "import.separator.semicolon";
      case '\t' -> "import.separator.tab";
      case '|' -> "import.separator.bar";
      default -> "import.separator.comma";
    };
  }

  /** Whether dates of a workbook or a text need a style. */
  public boolean isWorkbook() {
    return job.layout().format() == FileFormat.XLSX;
  }

  /**
   * One column of the file.
   *
   * @param first its first cells
   */
  public record Column(int at, String heading, List<String> first, @Nullable Field field) {

    public Column {
      first = List.copyOf(first);
    }

    public boolean is(Field one) {
      return field == one;
    }
  }

  /** What the mapping page asks and what was answered. */
  public record Columns(
      List<Column> columns,
      String source,
      @Nullable UUID location,
      List<Choice> locations,
      DateStyle dates,
      @Nullable String problem) {

    public Columns {
      columns = List.copyOf(columns);
      locations = List.copyOf(locations);
    }
  }

  /** Something to choose. */
  public record Choice(UUID id, String name) {}

  /** A row of the error report. */
  public record Problem(RowProblem row, String wrong, String advice) {}
}
