package org.bedside.listening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where posts come from.
 *
 * @param url the feed's, absent for files and pushed posts
 * @param location the place that everything from here is about, if there is one
 */
public record Source(
    UUID id,
    Kind kind,
    String name,
    @Nullable String url,
    Takes takes,
    @Nullable UUID location,
    State state,
    Instant createdAt) {

  public enum Kind {
    FEED,
    FILE,
    API
  }

  /** What of it becomes a mention. */
  public enum Takes {
    /** Everything: the source is about this organization. */
    ALL,
    /** Only what a watch matches. */
    MATCHED
  }

  public enum State {
    ACTIVE,
    PAUSED
  }
}
