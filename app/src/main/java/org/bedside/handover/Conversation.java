package org.bedside.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as somebody who may read it has opened it.
 *
 * @param reach empty where nothing was given
 * @param note internal, empty where there is none
 * @param consentHash of the exact wording, in hexadecimal; null before consent
 */
public record Conversation(
    Line line,
    List<Turn> turns,
    Reach reach,
    @Nullable Outcome outcome,
    String note,
    @Nullable Instant openedAt,
    @Nullable Instant consentAt,
    @Nullable Integer consentVersion,
    @Nullable String consentHash,
    @Nullable Instant revokedAt,
    @Nullable Instant endedAt,
    @Nullable Ended endedBy,
    @Nullable Instant erasedAt,
    @Nullable Hold hold,
    List<Reading> readings) {

  public static final int LONGEST_NOTE = 1000;

  public Conversation {
    turns = List.copyOf(turns);
    readings = List.copyOf(readings);
  }

  /** What a list shows of it: nothing that anybody wrote. */
  public record Line(
      UUID id,
      String subjectKind,
      String subjectId,
      String language,
      HandoverState state,
      String invitedBy,
      Instant invitedAt,
      Instant expiresAt,
      Instant changedAt,
      int keepDays,
      @Nullable Instant eraseAt,
      boolean held,
      boolean revoked) {}

  /** Somebody opened it. */
  public record Reading(String member, Instant at) {}

  /** Erasing waits. */
  public record Hold(HoldReason reason, String by, Instant at) {}

  /** Why words must stay longer than promised. */
  public enum HoldReason {
    LEGAL_CLAIM,
    AUTHORITY,
    SAFETY
  }

  /** What came of it, for ourselves. */
  public enum Outcome {
    RESOLVED,
    PASSED_ON,
    NO_ANSWER,
    OTHER
  }

  /** Who ended it. */
  public enum Ended {
    US,
    THEM,
    SILENCE
  }

  @Override
  public String toString() {
    return "Conversation[" + line.id() + "]";
  }
}
