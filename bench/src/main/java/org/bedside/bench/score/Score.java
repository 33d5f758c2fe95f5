package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.understanding.Understanding;

/** Prints the scoreboard and writes it into the section "Understanding" of docs/figures.md. */
public final class Score {

  private static final Path FIGURES = Path.of("docs/figures.md");
  private static final String BEGIN = "<!-- bin/bench score: begin -->\n";
  private static final String END = "<!-- bin/bench score: end -->\n";

  private Score() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    List<ScoreRow> rows = List.of(new JudgementRows(), new DisasterRows());
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    var table = new StringBuilder();
    table.append("Made by `bin/bench score` on rows that no weights were trained on; ");
    table.append("95% intervals by bootstrap over the rows.\n\n");
    table.append("| judgement | figure | rows | Bedside | 95% ");
    table.append("| peer on the same rows: Bedside ahead by (95%) | others on other rows |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (ScoreRow row : rows) {
      for (ScoreRow.Figure figure : row.measure(data, understanding)) {
        table.append(line(figure));
      }
    }
    System.out.print(table);
    write(table.toString());
  }

  private static String line(ScoreRow.Figure figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.3f | %.3f to %.3f | %s | %s |%n",
        figure.judgement(),
        figure.metric(),
        figure.rows(),
        figure.value(),
        figure.low(),
        figure.high(),
        figure.peers().stream().map(Score::beside).collect(Collectors.joining("; ")),
        figure.anchors());
  }

  private static String beside(ScoreRow.Peer peer) {
    return String.format(
        Locale.ROOT,
        "%s %.3f: %+.3f (%+.3f to %+.3f)",
        peer.name(),
        peer.value(),
        peer.ahead(),
        peer.low(),
        peer.high());
  }

  private static void write(String table) throws IOException {
    String old = Files.exists(FIGURES) ? Files.readString(FIGURES) : "# Figures\n";
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    String section = BEGIN + table + END;
    String fresh =
        begin >= 0 && end > begin
            ? old.substring(0, begin) + section + old.substring(end + END.length())
            : old.stripTrailing() + "\n\n## Understanding\n\n" + section;
    Files.createDirectories(Path.of("docs"));
    Files.writeString(FIGURES, fresh);
  }
}
