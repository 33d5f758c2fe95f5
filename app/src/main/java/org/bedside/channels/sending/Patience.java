package org.bedside.channels.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long is waited before the next try, and after how many it is given up. */
final class Patience {

  private static final List<Duration> TRIES =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(15);
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(15);
  private static final Duration LOOKING = Duration.ofHours(24);

  private Patience() {}

  /**
   * @param done tries so far
   * @param asked what the network asks for
   * @return null where it is given up
   */
  static @Nullable Instant next(Instant now, int done, @Nullable Duration asked) {
    if (done > TRIES.size()) {
      return null;
    }
    Duration own = TRIES.get(Math.max(0, done - 1));
    return now.plus(asked != null && asked.compareTo(own) > 0 ? asked : own);
  }

  /** When the network is asked again whether it has it. */
  static Instant look(Instant now, int done, @Nullable Duration asked) {
    Duration own = SHORTEST_LOOK.multipliedBy(1L << Math.min(done, 6));
    Duration bounded = own.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : own;
    return now.plus(asked != null && asked.compareTo(bounded) > 0 ? asked : bounded);
  }

  /** Whether the network could not be asked for so long that a person had better look. */
  static boolean isOver(@Nullable Instant unknownSince, Instant now) {
    return unknownSince != null && now.isAfter(unknownSince.plus(LOOKING));
  }
}
