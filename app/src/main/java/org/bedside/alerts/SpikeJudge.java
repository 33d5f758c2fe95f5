package org.bedside.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bedside.alerts.HourSeries.Stretch;

/**
 * Whether a stretch of time is out of the ordinary (domain rules, section 3): against the mean of
 * the stretches right before it and, once four weeks are known, also against the same time of the
 * week, so that every Monday morning is no spike. From two standard deviations on it is one, from
 * three a grave one. The smaller of the two comparisons counts. Pure.
 */
public final class SpikeJudge {

  private static final double WORTH_A_LOOK = 2;
  private static final double RARELY_CHANCE = 3;

  /** Weeks below which the time of the week says nothing. */
  private static final int FEWEST_WEEKS = 4;

  /** Posts below which a usual share of negative ones can't be told. */
  private static final int FEWEST_FOR_A_SHARE = 20;

  private static final int FEWEST_NEGATIVE = 3;

  private SpikeJudge() {}

  /**
   * Judges the hour and the day that end at {@code end}.
   *
   * @param counts of the last eight weeks and a day, one for each hour at most, in any order
   * @param since when counting began; what lies before is unknown
   * @param minimum posts below which nothing is a spike
   */
  public static List<Spike> judge(List<HourCount> counts, Instant since, Instant end, int minimum) {
    HourSeries series = new HourSeries(counts, since, end);
    List<Spike> spikes = new ArrayList<>();
    for (Spike.Window window : Spike.Window.values()) {
      if (series.before(window).size() * 2 >= window.before()) {
        volume(series, window, end, minimum).ifPresent(spikes::add);
        sentiment(series, window, end, minimum).ifPresent(spikes::add);
      }
    }
    return spikes;
  }

  private static Optional<Spike> volume(
      HourSeries series, Spike.Window window, Instant end, int minimum) {
    long now = series.now(window).total();
    if (now < minimum) {
      return Optional.empty();
    }
    List<Long> before = totals(series.before(window));
    double above = sigmas(now, before);
    List<Part> parts = new ArrayList<>();
    parts.add(
        part(
            window.label(),
            above,
            "alerts.why.volume." + window.label(),
            now,
            mean(before),
            above));
    List<Long> season = totals(series.season(window));
    double least = above;
    if (season.size() >= FEWEST_WEEKS) {
      double seasonal = sigmas(now, season);
      least = Math.min(above, seasonal);
      parts.add(
          part(
              "season",
              seasonal,
              "alerts.why.season.volume",
              mean(season),
              season.size(),
              seasonal));
    } else {
      parts.add(part("season", 0, "alerts.why.season-unknown"));
    }
    return spike(AlertKind.VOLUME_SPIKE, window, end, least, (double) now / minimum, parts);
  }

  private static Optional<Spike> sentiment(
      HourSeries series, Spike.Window window, Instant end, int minimum) {
    Stretch now = series.now(window);
    Stretch before = sum(series.before(window));
    if (now.total() < minimum
        || now.negative() < FEWEST_NEGATIVE
        || before.total() < FEWEST_FOR_A_SHARE) {
      return Optional.empty();
    }
    double above = sigmas(now, before);
    List<Part> parts = new ArrayList<>();
    parts.add(
        part(
            window.label(),
            above,
            "alerts.why.sentiment." + window.label(),
            now.negative(),
            now.total(),
            usual(before),
            above));
    List<Stretch> weeks = series.season(window);
    Stretch season = sum(weeks);
    double least = above;
    if (weeks.size() >= FEWEST_WEEKS && season.total() >= FEWEST_FOR_A_SHARE) {
      double seasonal = sigmas(now, season);
      least = Math.min(above, seasonal);
      parts.add(
          part(
              "season",
              seasonal,
              "alerts.why.season.sentiment",
              usual(season),
              weeks.size(),
              seasonal));
    } else {
      parts.add(part("season", 0, "alerts.why.season-unknown"));
    }
    double size = now.negative() / Math.max(FEWEST_NEGATIVE, minimum / 2.0);
    return spike(AlertKind.SENTIMENT_SPIKE, window, end, least, size, parts);
  }

  private static Optional<Spike> spike(
      AlertKind kind,
      Spike.Window window,
      Instant end,
      double sigmas,
      double size,
      List<Part> parts) {
    if (sigmas < WORTH_A_LOOK) {
      return Optional.empty();
    }
    parts.add(part("level", sigmas, "alerts.why.level", sigmas >= RARELY_CHANCE ? 3 : 2));
    return Optional.of(new Spike(kind, window, end, severity(sigmas, size), parts));
  }

  /**
   * 3 from two standard deviations, 5 from three, 6 from four, 7 from five; and one more for each
   * doubling over the minimum, three at most.
   */
  static int severity(double sigmas, double size) {
    int unusual = sigmas >= RARELY_CHANCE ? Math.min(7, 2 + (int) sigmas) : 3;
    int doublings = size <= 1 ? 0 : (int) (Math.log(size) / Math.log(2));
    return Math.clamp(unusual + Math.min(3, doublings), 1, 10);
  }

  /**
   * How many standard deviations a count lies above those before. Counts of rare things scatter by
   * the root of their mean at least (Poisson), and by one: a flat line makes nothing a wonder.
   */
  static double sigmas(long now, List<Long> before) {
    double mean = mean(before);
    double squares = before.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
    double deviation = before.size() < 2 ? 0 : Math.sqrt(squares / (before.size() - 1));
    return (now - mean) / Math.max(1, Math.max(deviation, Math.sqrt(mean)));
  }

  /** The same for a share of negative posts, which scatters as a share of so many does. */
  static double sigmas(Stretch now, Stretch before) {
    double usual = usual(before);
    double deviation = Math.sqrt(usual * (1 - usual) / now.total());
    return ((double) now.negative() / now.total() - usual) / deviation;
  }

  /** With one post of each kind added, so that "none yet" is not "never" (Laplace). */
  static double usual(Stretch before) {
    return (before.negative() + 1.0) / (before.total() + 2.0);
  }

  private static double mean(List<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).average().orElse(0);
  }

  private static List<Long> totals(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::total).toList();
  }

  private static Stretch sum(List<Stretch> stretches) {
    return new Stretch(
        stretches.stream().mapToLong(Stretch::total).sum(),
        stretches.stream().mapToLong(Stretch::negative).sum());
  }

  private static Part part(String name, double value, String reason, Number... figures) {
    List<String> values = new ArrayList<>();
    for (Number figure : figures) {
      values.add(
          figure instanceof Double
              ? String.format(Locale.ROOT, "%.4f", figure.doubleValue())
              : figure.toString());
    }
    return new Part(name, value, 0, reason, values, List.of());
  }
}
