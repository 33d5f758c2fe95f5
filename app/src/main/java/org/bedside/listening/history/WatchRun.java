package org.bedside.listening.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A watch being held against the posts that were stored before it listened, newest first.
 *
 * @param total how many posts there are to look at, counted as it begins; null until then. Once it
 *     is done, as many as were looked at: posts deleted meanwhile are not missed
 * @param looked how many of them it has looked at, never more than {@code total}
 * @param found how many of those match
 * @param fresh how many of those were no mention before
 * @param leftOut how many could not be looked at; they are among {@code looked}
 * @param failure code of the sentence that says why it could not go on
 */
public record WatchRun(
    UUID id,
    UUID watch,
    State state,
    @Nullable Long total,
    long looked,
    long found,
    long fresh,
    long leftOut,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** Where it stands. */
  public enum State {
    WAITING,
    RUNNING,
    PAUSED,
    DONE,
    /** Somebody ended it; what was found stays. */
    CANCELLED,
    /** It can't go on; what was found stays. */
    FAILED;

    /** Whether nothing more will happen. */
    public boolean isOver() {
      return this == DONE || this == CANCELLED || this == FAILED;
    }
  }
}
