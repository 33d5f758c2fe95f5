package org.bedside.bench.score;

import java.util.List;
import java.util.Set;
import org.bedside.bench.Data;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;

/**
 * One line of the scoreboard, or a few that are measured together. To add one: implement this, and
 * add it to the list in {@link Score}. A row takes labelled texts that no weights were trained on,
 * has them judged through the library's public API, and answers with its figures.
 */
public interface ScoreRow {

  /** The name of the figure that says how far confidences are from what comes true. */
  String CALIBRATION = "calibration error";

  /** Measures; called once. */
  List<Figure> measure(Data data, Understanding understanding);

  /**
   * One figure.
   *
   * @param judgement what was judged
   * @param metric how it is counted
   * @param rows on how many texts, and which
   * @param value 0 to 1
   * @param low lower end of the 95% interval by bootstrap over texts
   * @param high upper end
   * @param peers what others score on the same rows
   * @param anchors what others score on other rows, and on which; may be empty
   * @param answered the texts and answers that the figure comes from; null where they aren't kept
   */
  record Figure(
      String judgement,
      String metric,
      String rows,
      double value,
      double low,
      double high,
      List<Peer> peers,
      String anchors,
      @Nullable Answered answered) {

    private static final Set<String> FEWER_IS_BETTER =
        Set.of(
            CALIBRATION,
            "raised",
            "raised, though none should be",
            "unsafe allowed",
            "safe blocked",
            "4 or 5 stars judged negative",
            "1 or 2 stars judged positive");

    /** A figure without its answers. */
    public Figure(
        String judgement,
        String metric,
        String rows,
        double value,
        double low,
        double high,
        List<Peer> peers,
        String anchors) {
      this(judgement, metric, rows, value, low, high, peers, anchors, null);
    }

    /** The same figure with the answers it comes from. */
    public Figure of(Answered others) {
      return new Figure(judgement, metric, rows, value, low, high, peers, anchors, others);
    }

    /** Whether it counts what should not be. */
    public boolean isFewerBetter() {
      return FEWER_IS_BETTER.contains(metric);
    }

    /** Which rows, without how many of them: of a judge's finds there may be more another time. */
    public String rowsName() {
      return rows.replaceFirst("^\\d+ ", "");
    }

    /** Tells figures apart, from run to run. */
    public String key() {
      return judgement + " | " + metric + " | " + rowsName();
    }
  }

  /**
   * Another method on the same rows.
   *
   * @param value its figure
   * @param ahead how far Bedside's figure is above it
   * @param low lower end of the 95% interval of that difference, the same texts drawn for both
   * @param high upper end
   */
  record Peer(String name, double value, double ahead, double low, double high) {}
}
