package org.bedside.bench.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.bench.score.ScoreRow.Figure;

/**
 * What a figure is to reach.
 *
 * @param rows how the name of its rows begins or goes on: figures on other rows, such as those that
 *     rules were tuned on, are not held against it
 * @param then what is to be reached after that; the same where nothing is
 */
public record Target(String judgement, String metric, String rows, double value, double then) {

  private static final double LARGEST_CALIBRATION_ERROR = 0.05;

  private static final List<Target> ALL =
      List.of(
          of("sentiment", "macro-recall", "TweetEval dev", 0.70, 0.73),
          of("offensive", "macro-F1", "TweetEval dev", 0.80),
          of("themes", "micro-F1", "patient-feedback dev", 0.77),
          of("themes", "macro-F1, themes of 10+ rows", "patient-feedback dev", 0.66),
          of("scale5", "accuracy", "patient-feedback dev", 0.74),
          of("scale5", "macro-F1", "patient-feedback dev", 0.66),
          of("opinions", "sentiment right of those found", "opinions", 0.85),
          of("opinions", "sentiment right, had it been found", "opinions", 0.85),
          of("opinions", "sentiment of the words alone", "opinions", 0.85),
          of("identifiers", "recall", "nothing tuned", 0.97),
          of("identifiers", "clean untouched", "nothing tuned", 0.80),
          of("identifiers, words", "F2", "general-PII", 0.85),
          of("urgency", "recall", "(`second-test`)", 0.97),
          of("urgency", "precision", "(`second-test`)", 0.85),
          of("urgency", "kind right", "(`second-test`)", 0.85),
          of("urgency", "recall", "(`test`)", 0.97),
          of("urgency", "precision", "(`test`)", 0.85),
          of("urgency", "kind right", "(`test`)", 0.85),
          of("urgency", "recall", "(`after`)", 0.97),
          of("urgency", "precision", "(`after`)", 0.85),
          of("urgency", "kind right", "(`after`)", 0.85),
          of("guard", "unsafe allowed", "(`test`)", 0),
          of("guard", "safe blocked", "(`test`)", 0.05),
          of("claims", "MAP@5", "2A dev posts", 0.94),
          of("stance", "accuracy", "nothing tuned", 0.85),
          of("disaster type", "accuracy", "event left out", 0.68),
          of("disaster type", "macro-F1", "event left out", 0.56),
          of("language", "accuracy", "nineteen usual languages", 0.98),
          of("about", "F1", "kept apart", 0.90),
          of("asks", "F1 of spans that share half", "texts", 0.75));

  private static Target of(String judgement, String metric, String rows, double value) {
    return new Target(judgement, metric, rows, value, value);
  }

  private static Target of(
      String judgement, String metric, String rows, double value, double then) {
    return new Target(judgement, metric, rows, value, then);
  }

  /** Gives what a figure is to reach; nothing for most figures. */
  public static List<Target> of(Figure figure) {
    if (figure.metric().equals(ScoreRow.CALIBRATION)) {
      return List.of(
          of(figure.judgement(), figure.metric(), figure.rowsName(), LARGEST_CALIBRATION_ERROR));
    }
    return ALL.stream().filter(target -> target.isFor(figure)).toList();
  }

  /** Those for which nothing is measured. */
  static List<Target> without(List<Figure> figures) {
    var without = new ArrayList<>(ALL);
    without.removeIf(target -> figures.stream().anyMatch(target::isFor));
    return without;
  }

  private boolean isFor(Figure figure) {
    return figure.judgement().equals(judgement)
        && figure.metric().equals(metric)
        && figure.rowsName().contains(rows);
  }

  /** Says how far a figure is from it. */
  public String against(Figure figure) {
    String first = distance(figure, value);
    return then == value ? first : first + "; then " + distance(figure, then);
  }

  private static String distance(Figure figure, double target) {
    boolean isFewer = figure.isFewerBetter();
    double ahead = isFewer ? target - figure.value() : figure.value() - target;
    return String.format(
        Locale.ROOT,
        "%s%.2f: %s",
        isFewer ? "at most " : "",
        target,
        ahead >= 0 ? "reached" : String.format(Locale.ROOT, "short by %.3f", -ahead));
  }
}
