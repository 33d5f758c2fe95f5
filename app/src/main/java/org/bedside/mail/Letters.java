package org.bedside.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** What became of the current organization's letters. */
public interface Letters {

  /** The last ones in a state, the latest first. */
  List<Kept> latest(State state, int most);

  /** How many wait. */
  long waiting();

  /** How many were given up. */
  long failed();

  /**
   * Sends those that were given up once more.
   *
   * @param id one of them; null for all
   * @return how many
   */
  int again(@Nullable UUID id, SignedIn by);

  /** How far a letter has come. */
  enum State {
    WAITING,
    SENT,
    FAILED
  }

  /**
   * A letter as it is shown.
   *
   * @param triedAt when it was last tried; null where it never was
   * @param nextAt when it is tried next; null where it is not
   * @param error message key of what went wrong last, with {@code detail} as its value
   */
  record Kept(
      UUID id,
      String to,
      String subject,
      Instant writtenAt,
      @Nullable Instant triedAt,
      @Nullable Instant nextAt,
      @Nullable String error,
      String detail) {}
}
