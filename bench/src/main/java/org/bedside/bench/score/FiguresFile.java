package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bedside.bench.score.ScoreRow.Figure;

/** The part of docs/figures.md that the scoreboard writes. */
final class FiguresFile {

  private static final Path FIGURES = Path.of("docs/figures.md");
  private static final String BEGIN = "<!-- bin/bench score: begin -->\n";
  private static final String END = "<!-- bin/bench score: end -->\n";

  private static final String INTRODUCTION =
      """
      Made by `bin/bench score` on rows that no weights were trained on; 95% intervals by bootstrap over
      the rows, of plain shares by Wilson's formula. Where rules or patterns were tuned on rows, the row
      says so. The calibration error is the expected one over ten bins of equally many confidences: 0 where
      what is given with a confidence of .8 is right eight times of ten. Its interval is moved back by what
      drawing texts twice adds to it, and a perfect judge shows some of it too where there are few rows.
      """;

  private FiguresFile() {}

  /** Puts the table of one group in its place, and keeps those of the others. */
  static void write(String measured, List<Figure> figures) throws IOException {
    String old = Files.exists(FIGURES) ? Files.readString(FIGURES) : "# Figures\n";
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    boolean isThere = begin >= 0 && end > begin;
    String before = isThere ? old.substring(begin, end) : "";
    var section = new StringBuilder(BEGIN).append(INTRODUCTION);
    for (String name : Groups.all().keySet()) {
      String mark = "\n<!-- " + name + " -->\n";
      int at = before.indexOf(mark);
      if (name.equals(measured)) {
        section.append(mark).append(Table.HEAD);
        figures.forEach(figure -> section.append(Table.line(figure)));
      } else if (at >= 0) {
        int next = before.indexOf("\n<!-- ", at + mark.length());
        section.append(before, at, next < 0 ? before.length() : next);
      }
    }
    section.append(END);
    String fresh =
        isThere
            ? old.substring(0, begin) + section + old.substring(end + END.length())
            : old.stripTrailing() + "\n\n## Understanding\n\n" + section;
    Files.createDirectories(Path.of("docs"));
    Files.writeString(FIGURES, fresh);
  }
}
