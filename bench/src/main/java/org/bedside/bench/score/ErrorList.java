package org.bedside.bench.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bedside.bench.Data;
import org.bedside.bench.score.ScoreRow.Figure;
import org.bedside.understanding.Understanding;

/** Prints texts that are judged wrongly, for people to read: only reading tells what goes wrong. */
public final class ErrorList {

  private static final int MOST = 40;

  private ErrorList() {}

  /** Arguments: groups of rows. */
  public static void main(String[] arguments) {
    List<String> wanted = List.of(arguments);
    Groups.check("bin/bench errors group ...", wanted);
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    Groups.all()
        .forEach(
            (name, rows) -> {
              if (wanted.contains(name)) {
                rows.measure(data, understanding).forEach(ErrorList::print);
              }
            });
  }

  private static void print(Figure figure) {
    Answered answered = figure.answered();
    if (answered != null && answered.metric() != Metric.CALIBRATION_ERROR) {
      print(figure, answered);
    }
  }

  static void print(Figure figure, Answered answered) {
    var metric = answered.figure();
    int[] wrong =
        Arrays.stream(answered.all())
            .filter(
                row -> {
                  double value = metric.applyAsDouble(new int[] {row});
                  return figure.isFewerBetter() ? value > 0 : value < 1;
                })
            .toArray();
    System.out.printf("## %s: %d%n", figure.key(), wrong.length);
    for (int i = 0; i < Math.min(MOST, wrong.length); i++) {
      int row = wrong[(int) ((long) i * wrong.length / Math.min(MOST, wrong.length))];
      System.out.printf(
          Locale.ROOT,
          "[%s] answered [%s] %s%n",
          answered.wanted().get(row),
          answered.answers().get(row),
          answered.texts().get(row).replace('\n', ' '));
    }
  }
}
