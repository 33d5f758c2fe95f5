package org.bedside.inbox;

import java.util.UUID;

/** A word that an organization puts on cases, with a dot of one of the design's tints. */
public record Label(UUID id, String name, Tint tint) {

  /** The design's own; a name is always beside it, so none means anything by itself. */
  public enum Tint {
    PLAIN,
    TEAL,
    GREEN,
    AMBER,
    PLUM,
    INDIGO
  }
}
