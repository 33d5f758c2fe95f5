package org.bedside.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a mention.
 *
 * @param by who wrote it
 * @param out how it goes out by itself; null for one that people post themselves
 * @param problem message key of why it came back, with {@code problemDetail} as its value
 * @param changes other words for it that are under way, and the reader's own that were not taken
 */
public record Reply(
    long id,
    long mention,
    State state,
    String text,
    Verdict.Decision verdict,
    @Nullable String overrideReason,
    String by,
    Instant changedAt,
    @Nullable Instant postedAt,
    @Nullable Out out,
    @Nullable String problem,
    String problemDetail,
    List<ReplyChange> changes) {

  public Reply {
    changes = List.copyOf(changes);
  }

  /** Where it is between being written and being there. */
  public enum State {
    DRAFT,
    /** Others have to agree to it. */
    ASKED,
    /** Ordered; its delivery tells how far it is. */
    LEAVING,
    /** People can read it. */
    POSTED,
    /** It did not go out, and its writer has begun another since. */
    RETURNED,
    /** It was there and is no more. */
    REMOVED
  }

  /**
   * @param channel that it goes out through
   * @param order key of its delivery; null while others have to agree
   * @param approval the request that others agree to; null where nobody has to
   * @param url where people read it; null while it isn't there, or nobody knows
   */
  public record Out(
      UUID channel, @Nullable UUID order, @Nullable UUID approval, @Nullable String url) {}

  public boolean posted() {
    return state == State.POSTED;
  }

  public boolean draft() {
    return state == State.DRAFT;
  }
}
