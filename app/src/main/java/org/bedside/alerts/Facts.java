package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What spikes are counted from, of the current organization; call inside a transaction. */
public interface Facts {

  /** Posts by the hour, hours without any left out. */
  List<HourCount> hours(Instant from, Instant until);

  /** When counting began. */
  Optional<Instant> since();

  /** Posts of a stretch, newest first. */
  List<Counted> posts(Instant from, Instant until, boolean negativeOnly, int most);

  /**
   * Takes an hour to judge; whoever comes second gets none.
   *
   * @return whether nobody had judged it
   */
  boolean judge(Instant hour);

  /**
   * Opens an alert about a spike, or keeps the one in step that is about the same rush: of one kind
   * and window within twelve hours, or two days.
   */
  void raise(Spike spike, List<Driver> drivers, Instant now);

  /** A post as it is counted. */
  record Counted(long mention, UUID source, @Nullable UUID location, List<String> themes) {
    public Counted {
      themes = List.copyOf(themes);
    }
  }
}
