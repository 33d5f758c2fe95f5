package org.bedside.bench.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it was recorded.
 *
 * @param group the group of rows that it was measured with
 * @param key as {@link ScoreRow.Figure#key()}
 * @param fingerprint as {@link Answered#fingerprint()}; empty where no answers were kept
 * @param date the day, as {@code 2026-11-29}
 * @param answers null where none were kept
 */
record Past(
    String group,
    String key,
    double value,
    double low,
    double high,
    String fingerprint,
    String date,
    @Nullable List<String> answers) {

  static Past of(String group, ScoreRow.Figure figure, String date) {
    Answered answered = figure.answered();
    return new Past(
        group,
        figure.key(),
        figure.value(),
        figure.low(),
        figure.high(),
        answered == null ? "" : answered.fingerprint(),
        date,
        answered == null ? null : answered.answers());
  }
}
