package org.bedside.inbox;

import java.time.Instant;

/** Something that happened to a case; its text is a note, a name or an outcome by kind. */
public record CaseEvent(Kind kind, String text, String by, Instant at) {

  public enum Kind {
    NOTE,
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
