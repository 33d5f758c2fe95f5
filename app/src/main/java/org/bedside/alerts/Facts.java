package org.bedside.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What spikes are counted from, of the current organization; call inside a transaction. */
public interface Facts {

  /**
   * Posts by the hour, hours without any left out.
   *
   * @param place only those about it; null for all
   */
  List<HourCount> hours(Instant from, Instant until, @Nullable UUID place);

  /**
   * When counting began.
   *
   * @param place of those about it; null for all
   */
  Optional<Instant> since(@Nullable UUID place);

  /** Places that at least so many posts of a stretch are about. */
  List<UUID> places(Instant from, Instant until, int least);

  /**
   * Posts of a stretch, newest first.
   *
   * @param place only those about it; null for all
   */
  List<Counted> posts(
      Instant from, Instant until, @Nullable UUID place, boolean negativeOnly, int most);

  /**
   * Takes an hour to judge; whoever comes second gets none.
   *
   * @return whether nobody had judged it
   */
  boolean judge(Instant hour);

  /** A post as it is counted. */
  record Counted(long mention, UUID source, @Nullable UUID location, List<String> themes) {
    public Counted {
      themes = List.copyOf(themes);
    }
  }
}
