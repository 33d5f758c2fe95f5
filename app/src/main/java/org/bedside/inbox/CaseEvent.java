package org.bedside.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a case.
 *
 * @param text a note, a name, an outcome or a reason, by kind
 * @param by empty where the software did it by itself
 * @param was what was there before, where there was something
 * @param byId who did it, or null
 * @param editedAt when the note was changed last
 * @param deleted whether the note was taken back; its text is empty then
 * @param version of the case after it
 */
public record CaseEvent(
    Kind kind,
    String text,
    String by,
    Instant at,
    long id,
    String was,
    @Nullable UUID byId,
    @Nullable Instant editedAt,
    boolean deleted,
    int version) {

  public enum Kind {
    NOTE,
    /** What the note said before is what was there. */
    NOTE_CHANGED,
    NOTE_TAKEN_BACK,
    /** A mention came in that belongs here; the text is the {@link Joins.Why}. */
    JOINED,
    /** Somebody said that a mention doesn't belong here. */
    PARTED,
    ASSIGNED,
    UNASSIGNED,
    MERGED,
    CLOSED,
    REOPENED,
    CORRECTED,
    REPLY_POSTED,
    REPLY_OVERRIDDEN,
    EDITED_AT_SOURCE
  }
}
