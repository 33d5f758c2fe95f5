package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts by the hour as one looks back from an end; hours without posts count as none. Pure. */
final class HourSeries {

  static final int WEEKS = 8;
  private static final Duration WEEK = Duration.ofDays(7);

  private final Map<Instant, HourCount> hours = new HashMap<>();
  private final Instant since;
  private final Instant end;

  /**
   * @param counts one for each hour at most, in any order
   * @param since when counting began; what lies before is unknown, not empty
   * @param end on the hour; hours from then on don't count
   */
  HourSeries(List<HourCount> counts, Instant since, Instant end) {
    counts.forEach(count -> hours.put(count.hour(), count));
    this.since = since;
    this.end = end;
  }

  /** Posts in a stretch: how many, and how many negative. */
  record Stretch(long total, long negative) {}

  /** The stretch that ends now. */
  Stretch now(Spike.Window window) {
    return ending(end, window);
  }

  /** The stretches right before it that are known, the nearest first. */
  List<Stretch> before(Spike.Window window) {
    Duration length = Duration.ofHours(window.hours());
    List<Stretch> before = new ArrayList<>();
    for (int i = 1; i <= window.before(); i++) {
      add(end.minus(length.multipliedBy(i)), window, before);
    }
    return before;
  }

  /** The stretches at the same time of the week that are known, the nearest first. */
  List<Stretch> season(Spike.Window window) {
    List<Stretch> season = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      add(end.minus(WEEK.multipliedBy(week)), window, season);
    }
    return season;
  }

  private void add(Instant until, Spike.Window window, List<Stretch> to) {
    if (!until.minus(Duration.ofHours(window.hours())).isBefore(since)) {
      to.add(ending(until, window));
    }
  }

  private Stretch ending(Instant until, Spike.Window window) {
    long total = 0;
    long negative = 0;
    for (int i = 1; i <= window.hours(); i++) {
      HourCount count = hours.get(until.minus(Duration.ofHours(i)));
      total += count == null ? 0 : count.total();
      negative += count == null ? 0 : count.negative();
    }
    return new Stretch(total, negative);
  }
}
