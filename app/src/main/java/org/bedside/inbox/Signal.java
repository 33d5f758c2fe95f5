package org.bedside.inbox;

import java.util.List;

/**
 * A reason to look at a post as a moderator.
 *
 * @param weight what it adds to the score
 * @param facts what it rests on, by kind
 */
public record Signal(Kind kind, int weight, List<String> facts) {

  public enum Kind {
    /** Its facts are the watched words that match. */
    WATCHED_WORDS,
    /** Its fact is how sure the software is, in per cent. */
    OFFENSIVE,
    /** Its fact is how many there are. */
    LINKS,
    /** Its fact is how many posts say the same. */
    DUPLICATES,
    /**
     * Its facts are how many other posts the writer has at that source, how many of them are
     * negative, and how many were urgent.
     */
    WRITER
  }

  public Signal {
    facts = List.copyOf(facts);
  }
}
