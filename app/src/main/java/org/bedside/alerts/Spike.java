package org.bedside.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Far more than usual in a stretch of time.
 *
 * @param kind of volume or of sentiment
 * @param end of the stretch, on the hour
 * @param severity 1 to 10
 */
public record Spike(AlertKind kind, Window window, Instant end, int severity, List<Part> parts) {

  public Spike {
    parts = List.copyOf(parts);
  }

  /** A stretch of time and the stretches of the same length before it that it is held against. */
  public enum Window {
    /** The last hour against the previous 12: social posts (domain rules, section 3). */
    HOUR(1, 12),
    /** The last day against the previous 14: editorial. */
    DAY(24, 14);

    private final int hours;
    private final int before;

    Window(int hours, int before) {
      this.hours = hours;
      this.before = before;
    }

    /** How many hours one stretch has. */
    public int hours() {
      return hours;
    }

    /** How many stretches before it are compared with. */
    public int before() {
      return before;
    }

    /** As message keys spell it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where the stretch begins. */
  public Instant start() {
    return end.minus(Duration.ofHours(window.hours()));
  }

  /** Where the time before, that it is held against, begins. */
  public Instant before() {
    return start().minus(Duration.ofHours((long) window.hours() * window.before()));
  }
}
