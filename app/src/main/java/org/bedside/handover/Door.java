package org.bedside.handover;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands behind a link for the browser that asks. */
public sealed interface Door {

  /** There is no such link. */
  record Nowhere() implements Door {}

  /** It leads no further, for a reason that says nothing of what was written. */
  record Shut(House house, Reason reason) implements Door {}

  /** Nobody has opened it yet; this browser may. */
  record Ready(House house, Instant expires) implements Door {}

  /** This browser opened it. */
  record Inside(House house, Talk talk) implements Door {}

  /** Why a link leads no further. */
  enum Reason {
    /** It is bound to another browser. */
    USED,
    EXPIRED,
    /** The words are gone; whoever asks. */
    ERASED
  }

  /**
   * The conversation as the one who was invited sees it.
   *
   * @param agreed the wording of the consent, a line for each sentence; empty before it
   * @param keepDays as promised
   * @param eraseAt when the words go; null while it is under way
   * @param held whether they must stay longer than that
   * @param revoked whether they asked for erasure
   */
  record Talk(
      HandoverState state,
      List<Turn> turns,
      String agreed,
      int keepDays,
      boolean notice,
      @Nullable Instant endedAt,
      @Nullable Instant eraseAt,
      boolean held,
      boolean revoked) {

    public Talk {
      turns = List.copyOf(turns);
    }
  }
}
