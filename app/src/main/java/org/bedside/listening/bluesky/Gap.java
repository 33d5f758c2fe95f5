package org.bedside.listening.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.listening.Remark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A part of a stream that the server no longer had when we came back.
 *
 * @param noticed in seconds since 1970
 * @param hours how long it is, rounded up; 0 where that can't be told
 */
record Gap(long noticed, long hours) {

  private static final Duration TOLD = Duration.ofDays(7);

  static @Nullable Gap read(JsonNode kept) {
    return kept.path("noticed").isIntegralNumber() && kept.path("hours").isIntegralNumber()
        ? new Gap(kept.path("noticed").asLong(0), Math.max(0, kept.path("hours").asLong(0)))
        : null;
  }

  /** What people are told; nothing after a week. */
  static List<Remark> remarks(@Nullable Gap gap, Instant now) {
    return gap != null && Instant.ofEpochSecond(gap.noticed).plus(TOLD).isAfter(now)
        ? List.of(Remark.of("bluesky.gap", gap.hours, List.of()))
        : List.of();
  }
}
