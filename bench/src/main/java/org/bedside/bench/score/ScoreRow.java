package org.bedside.bench.score;

import java.util.List;
import org.bedside.bench.Data;
import org.bedside.understanding.Understanding;

/**
 * One line of the scoreboard, or a few that are measured together. To add one: implement this, and
 * add it to the list in {@link Score}. A row takes labelled texts that no weights were trained on,
 * has them judged through the library's public API, and answers with its figures.
 */
public interface ScoreRow {

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
   */
  record Figure(
      String judgement,
      String metric,
      String rows,
      double value,
      double low,
      double high,
      List<Peer> peers,
      String anchors) {}

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
