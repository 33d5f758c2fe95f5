package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.bench.identifiers.IdentifierRows;
import org.bedside.understanding.Understanding;

/** Prints the scoreboard and writes it into the section "Understanding" of docs/figures.md. */
public final class Score {

  private static final Path FIGURES = Path.of("docs/figures.md");
  private static final String BEGIN = "<!-- bin/bench score: begin -->\n";
  private static final String END = "<!-- bin/bench score: end -->\n";

  private Score() {}

  private static Map<String, ScoreRow> rows() {
    var rows = new LinkedHashMap<String, ScoreRow>();
    rows.put("judgements", new JudgementRows());
    rows.put("reviews", new ReviewRows());
    rows.put("disaster", new DisasterRows());
    rows.put("urgency", new UrgencyRows());
    rows.put("claims", new ClaimRows());
    rows.put("guard", new GuardRows());
    rows.put("identifiers", new IdentifierRows());
    return rows;
  }

  /** Arguments: the rows to measure, which are then only printed; none for all of them. */
  public static void main(String[] arguments) throws IOException {
    Map<String, ScoreRow> rows = rows();
    Set<String> wanted = new TreeSet<>(List.of(arguments));
    if (!rows.keySet().containsAll(wanted)) {
      System.err.println("usage: bin/bench score [" + String.join("|", rows.keySet()) + " ...]");
      System.exit(2);
    }
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    var table = new StringBuilder();
    table.append("Made by `bin/bench score` on rows that no weights were trained on; ");
    table.append("95% intervals by bootstrap over the rows,\nof plain shares by Wilson's formula.");
    table.append(" Where rules or patterns were tuned on rows, the row says so.\n\n");
    table.append("| judgement | figure | rows | Bedside | 95% ");
    table.append("| peer on the same rows: Bedside ahead by (95%) | others on other rows |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    System.out.print(table);
    rows.keySet().removeIf(name -> !wanted.isEmpty() && !wanted.contains(name));
    for (ScoreRow row : rows.values()) {
      for (ScoreRow.Figure figure : row.measure(data, understanding)) {
        System.out.print(line(figure));
        table.append(line(figure));
      }
    }
    if (wanted.isEmpty()) {
      write(table.toString());
    }
  }

  private static String line(ScoreRow.Figure figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s to %s | %s | %s |%n",
        figure.judgement(),
        figure.metric(),
        figure.rows(),
        digits(figure.value()),
        digits(figure.low()),
        digits(figure.high()),
        figure.peers().stream().map(Score::beside).collect(Collectors.joining("; ")),
        figure.anchors());
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 0.01 ? "%.4f" : "%.3f", value);
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
