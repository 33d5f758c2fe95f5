package org.bedside.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message, opened. It is made for the page that shows it and kept nowhere.
 *
 * @param member who of us wrote it, or null where they did
 */
public record Turn(@Nullable String member, String words, Instant at) {

  /** The most characters of one message. */
  public static final int LONGEST = 4000;

  /** Whether we wrote it. */
  public boolean isOurs() {
    return member != null;
  }

  /** Without the words, so that they end up in no log. */
  @Override
  public String toString() {
    return "Turn[" + at + "]";
  }
}
