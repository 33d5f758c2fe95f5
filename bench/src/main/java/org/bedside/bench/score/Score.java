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
import org.bedside.bench.about.AboutRows;
import org.bedside.bench.identifiers.IdentifierRows;
import org.bedside.understanding.Understanding;

/** Prints the scoreboard and writes it into the section "Understanding" of docs/figures.md. */
public final class Score {

  private static final Path FIGURES = Path.of("docs/figures.md");
  private static final String BEGIN = "<!-- bin/bench score: begin -->\n";
  private static final String END = "<!-- bin/bench score: end -->\n";

  private static final String INTRODUCTION =
      """
      Made by `bin/bench score` on rows that no weights were trained on; 95% intervals by bootstrap over
      the rows, of plain shares by Wilson's formula. Where rules or patterns were tuned on rows, the row
      says so.
      """;
  private static final String HEAD =
      """
      | judgement | figure | rows | Bedside | 95% \
      | peer on the same rows: Bedside ahead by (95%) | others on other rows |
      |---|---|---|---|---|---|---|
      """;

  private Score() {}

  private static Map<String, ScoreRow> rows() {
    var rows = new LinkedHashMap<String, ScoreRow>();
    rows.put("sentiment", JudgementRows::sentiment);
    rows.put("offensive", JudgementRows::offence);
    rows.put("scale5", JudgementRows::grades);
    rows.put("themes", JudgementRows::themes);
    rows.put("reviews", new ReviewRows());
    rows.put("written", new WrittenRows());
    rows.put("disaster", new DisasterRows());
    rows.put("urgency", new UrgencyRows());
    rows.put("claims", new ClaimRows());
    rows.put("language", new LanguageRows());
    rows.put("about", new AboutRows());
    rows.put("guard", new GuardRows());
    rows.put("identifiers", new IdentifierRows());
    return rows;
  }

  /** Arguments: the groups of rows to measure anew, the others staying; none for all of them. */
  public static void main(String[] arguments) throws IOException {
    Map<String, ScoreRow> rows = rows();
    Set<String> wanted = new TreeSet<>(List.of(arguments));
    if (!rows.keySet().containsAll(wanted)) {
      System.err.println("usage: bin/bench score [" + String.join("|", rows.keySet()) + " ...]");
      System.exit(2);
    }
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    for (Map.Entry<String, ScoreRow> row : rows.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(row.getKey())) {
        var table = new StringBuilder(HEAD);
        row.getValue().measure(data, understanding).forEach(f -> table.append(line(f)));
        System.out.print(table);
        write(rows.keySet(), row.getKey(), table.toString());
      }
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

  /** Puts the table of one group in its place, and keeps those of the others. */
  private static void write(Set<String> names, String measured, String table) throws IOException {
    String old = Files.exists(FIGURES) ? Files.readString(FIGURES) : "# Figures\n";
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END);
    boolean isThere = begin >= 0 && end > begin;
    String before = isThere ? old.substring(begin, end) : "";
    var section = new StringBuilder(BEGIN).append(INTRODUCTION);
    for (String name : names) {
      String mark = "\n<!-- " + name + " -->\n";
      int at = before.indexOf(mark);
      if (name.equals(measured)) {
        section.append(mark).append(table);
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
