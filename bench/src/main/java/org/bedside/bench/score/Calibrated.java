package org.bedside.bench.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.bedside.bench.score.Bootstrap.Interval;
import org.bedside.bench.score.ScoreRow.Figure;

/** Whether what is given with a confidence of .8 is right eight times of ten. */
public final class Calibrated {

  private static final int BINS = 10;
  private static final int DRAWS = 200;

  private Calibrated() {}

  /** Writes one confidence as {@link Metric#CALIBRATION_ERROR} reads it. */
  public static String answer(double confidence, boolean cameTrue) {
    return String.format(Locale.ROOT, "%.4f%s", confidence, cameTrue ? "+" : "-");
  }

  /** One confidence; positive where it came true, so that both sort by what was said. */
  private record Said(double confidence, boolean cameTrue) {}

  /**
   * Gives the error of confidences and its interval. Texts drawn twice make any judge look worse,
   * so the interval is moved back by as much as the draws are worse on average.
   */
  public static Figure figure(String judgement, String rowsName, Answered answered) {
    ToDoubleFunction<int[]> error = answered.figure();
    double value = error.applyAsDouble(answered.all());
    Interval interval = Bootstrap.interval(error, answered.all());
    double worse = (interval.low() + interval.high()) / 2 - value;
    long said =
        answered.answers().stream().mapToLong(a -> a.isEmpty() ? 0 : a.split(" ").length).sum();
    return new Figure(
        judgement,
        ScoreRow.CALIBRATION,
        said + " confidences on " + rowsName,
        value,
        Math.max(0, interval.low() - worse),
        interval.high() - worse,
        List.of(),
        String.format(
            Locale.ROOT, "a perfect judge on so few: about %.3f", ofPerfect(answered.answers())),
        answered);
  }

  static ToDoubleFunction<int[]> error(List<String> answers) {
    Said[][] said = said(answers);
    return rows ->
        error(
            Arrays.stream(rows)
                .boxed()
                .flatMap(row -> Arrays.stream(said[row]))
                .sorted((a, b) -> Double.compare(a.confidence, b.confidence))
                .toArray(Said[]::new));
  }

  /** What a judge whose confidences are exactly right would show on so few texts, on average. */
  static double ofPerfect(List<String> answers) {
    Said[] said =
        Arrays.stream(said(answers))
            .flatMap(Arrays::stream)
            .sorted((a, b) -> Double.compare(a.confidence, b.confidence))
            .toArray(Said[]::new);
    var random = new Random(13);
    return IntStream.range(0, DRAWS)
        .mapToDouble(
            draw ->
                error(
                    Arrays.stream(said)
                        .map(s -> new Said(s.confidence, random.nextDouble() < s.confidence))
                        .toArray(Said[]::new)))
        .average()
        .orElse(0);
  }

  private static Said[][] said(List<String> answers) {
    return answers.stream()
        .map(
            of ->
                of.isEmpty()
                    ? new Said[0]
                    : Arrays.stream(of.split(" ")).map(Calibrated::said).toArray(Said[]::new))
        .toArray(Said[][]::new);
  }

  private static Said said(String answer) {
    int last = answer.length() - 1;
    return new Said(Double.parseDouble(answer.substring(0, last)), answer.charAt(last) == '+');
  }

  private static double error(Said[] sorted) {
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double apart = 0;
      for (int i = sorted.length * bin / BINS; i < sorted.length * (bin + 1) / BINS; i++) {
        apart += sorted[i].confidence - (sorted[i].cameTrue ? 1 : 0);
      }
      sum += Math.abs(apart);
    }
    return sorted.length == 0 ? Double.NaN : sum / sorted.length;
  }
}
