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
    /** Given to a team, or taken from one. */
    TEAM_SET,
    TEAM_UNSET,
    LABELLED,
    UNLABELLED,
    /** Its text is the level and the reason. */
    PRIORITY_SET,
    PRIORITY_UNSET,
    /** A moderator found nothing to do. */
    MODERATED,
    REPORTED_TO_NETWORK,
    LEFT_TO_A_PERSON,
    MERGED,
    CLOSED,
    REOPENED,
    CORRECTED,
    /** Others have to agree; the text is the account's name. */
    REPLY_ASKED,
    /** Ordered to be sent. */
    REPLY_LEAVING,
    /** It did not go out; the text is the message key of why. */
    REPLY_RETURNED,
    REPLY_POSTED,
    REPLY_CHANGED,
    REPLY_REMOVED,
    REPLY_OVERRIDDEN,
    /** Others have to agree to other words for a reply that is there. */
    CHANGE_ASKED,
    /** It stays as it was; the text is the message key of why. */
    CHANGE_RETURNED,
    EDITED_AT_SOURCE
  }
}
