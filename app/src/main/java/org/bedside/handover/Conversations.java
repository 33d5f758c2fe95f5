package org.bedside.handover;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * The private conversations of the current organization, for those who read and answer them.
 * Whatever takes a person throws {@link org.springframework.security.access.AccessDeniedException}
 * where that person is not among the readers. Thread-safe.
 */
public interface Conversations {

  /** Whether the person holds the permission and plays one of the roles that the rule names. */
  boolean mayRead(SignedIn who);

  /** Whether the person may also keep erasing from happening, and let it happen again. */
  boolean mayHold(SignedIn who);

  /** Those of a shelf, the latest change first, before {@code before} where it is given. */
  List<Conversation.Line> list(Shelf shelf, @Nullable Instant before, int most, SignedIn who);

  /** How many there are of each. */
  Map<Shelf, Long> counts();

  /** How many wait for an answer of ours; quick. */
  long waiting();

  /** Whether there is one; says nothing else. */
  boolean exists(UUID id);

  /** Opens one; that is noted with it and in the audit, each time. */
  Optional<Conversation> read(UUID id, SignedIn who);

  /** Answers; false where nothing can be written there. */
  boolean reply(UUID id, String words, SignedIn who);

  /** Ends it; false where it is over or has not begun. */
  boolean end(UUID id, SignedIn who);

  /** Notes what came of it; false where it is erased. */
  boolean conclude(UUID id, Conversation.Outcome outcome, String note, SignedIn who);

  /** Keeps its words from being erased; false where they are, or it is held already. */
  boolean hold(UUID id, Conversation.HoldReason reason, SignedIn who);

  /** Lets erasing happen again. */
  boolean release(UUID id, SignedIn who);

  /** Erases it now; false where it is held, erased or has no words. */
  boolean erase(UUID id, SignedIn who);

  /** Where conversations lie for those who work with them. */
  enum Shelf {
    FOR_US,
    FOR_THEM,
    INVITED,
    OVER
  }
}
