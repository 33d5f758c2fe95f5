package org.bedside.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** Notes that colleagues write on a case, and whom they ask to look. */
public interface Notes {

  /** How long its writer may change a note or take it back. */
  Duration CHANGEABLE = Duration.ofHours(1);

  /**
   * Adds a note. Whoever is named in it with an at sign, and everybody of {@code people}, finds it
   * among what is for them and gets a letter that says where, not what.
   */
  void add(long caseId, String text, Collection<UUID> people, SignedIn by);

  /**
   * Puts another text in the place of the writer's own.
   *
   * @return whether it could still be changed
   */
  boolean change(long note, String text, SignedIn by);

  /**
   * Takes the writer's own note back; what it said stays in the case's full history.
   *
   * @return whether it could still be taken back
   */
  boolean takeBack(long note, SignedIn by);

  /** What somebody was asked to look at, the newest first. */
  List<Asked> askedOf(SignedIn who, int limit);

  /** How many of these the person hasn't seen, up to a hundred. */
  int unseen(SignedIn who);

  /**
   * The person has seen what was asked of them.
   *
   * @param caseId on this case, or on all where null
   */
  void seen(@Nullable Long caseId, SignedIn who);

  /** A note that asks somebody to look. */
  record Asked(long caseId, String preview, String note, String by, Instant at, boolean seen) {}
}
