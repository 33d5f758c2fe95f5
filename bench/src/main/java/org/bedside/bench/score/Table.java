package org.bedside.bench.score;

import java.util.Locale;
import java.util.stream.Collectors;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.bench.score.ScoreRow.Peer;

/** The scoreboard as a table in Markdown. */
public final class Table {

  static final String HEAD =
      """
      | judgement | figure | rows | Bedside | 95% | target \
      | peer on the same rows: Bedside ahead by (95%) | others on other rows |
      |---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  static String line(Figure figure) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s to %s | %s | %s | %s |%n",
        figure.judgement(),
        figure.metric(),
        figure.rows(),
        digits(figure.value()),
        digits(figure.low()),
        digits(figure.high()),
        targets(figure),
        figure.peers().stream().map(Table::beside).collect(Collectors.joining("; ")),
        figure.anchors());
  }

  /** How far a figure is from what it is to reach; empty where nothing is set. */
  public static String targets(Figure figure) {
    return Target.of(figure).stream()
        .map(target -> target.against(figure))
        .collect(Collectors.joining("; "));
  }

  /** Three digits, four where it is small. */
  public static String digits(double value) {
    return Double.isNaN(value)
        ? "—"
        : String.format(Locale.ROOT, value > 0 && value < 0.01 ? "%.4f" : "%.3f", value);
  }

  private static String beside(Peer peer) {
    return String.format(
        Locale.ROOT,
        "%s %.3f: %+.3f (%+.3f to %+.3f)",
        peer.name(),
        peer.value(),
        peer.ahead(),
        peer.low(),
        peer.high());
  }
}
