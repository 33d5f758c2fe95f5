package org.bedside.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.database.OrganizationId;
import org.bedside.identity.SignedIn;

/**
 * Overrides of the guard that wait for a second person, each with the words that would be posted.
 * The words are erased with the decision, and after {@link #LONGEST_WAIT}. Safe for use by many
 * threads.
 */
public interface Overrides {

  Duration LONGEST_WAIT = Duration.ofDays(7);

  /** What the first person asked for. */
  record Asked(String reason, String by, String byName) {}

  /**
   * What waits.
   *
   * @param subject what is answered, as {@link #second} was told
   * @param words exactly what would be posted
   * @param mine whether the reader asked for it, and so cannot be the second person
   */
  record Waiting(
      UUID id,
      String subject,
      String words,
      String reason,
      String byName,
      Instant askedAt,
      boolean mine) {}

  /**
   * Notes that {@code by} wants these words recorded, unless somebody else asked in the last week.
   *
   * @param subject what is answered
   * @return what another person asked for before, which is over with this; empty while one waits
   */
  Optional<Asked> second(String subject, String words, String reason, SignedIn by);

  /** What waits in the current organization, oldest first; at most a hundred. */
  List<Waiting> waiting(SignedIn reader);

  /**
   * Decides against one, or takes one's own back; audited, and its words are erased.
   *
   * @return false where it no longer waits
   */
  boolean refuse(UUID id, SignedIn by);

  /** Erases what of the current organization has waited for too long. */
  int sweep(Instant now);

  /** The organizations in which {@link #sweep} has something to do; spans all of them. */
  List<OrganizationId> due(Instant now);
}
