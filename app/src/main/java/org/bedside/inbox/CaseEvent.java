package org.bedside.inbox;

import java.time.Instant;

/** Something that happened to a case; its text is a note, a name or an outcome by kind. */
public record CaseEvent(Kind kind, String text, String by, Instant at) {

  public enum Kind {
    NOTE,
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
    REPLY_POSTED,
    REPLY_OVERRIDDEN,
    EDITED_AT_SOURCE
  }
}
