package org.bedside.inbox;

import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** The cases of the current organization. */
public interface Cases {

  /**
   * A page of those that the filter lets through.
   *
   * @param after {@link CasePage#next} of the page before, or null for the first
   */
  CasePage list(InboxFilter filter, @Nullable String after, int limit);

  /** How many the filter lets through, counted up to {@code most}. */
  int count(InboxFilter filter, int most);

  /**
   * The case with all that belongs to it; of drafts, only the reader's own.
   *
   * @param id of a case; one that was merged answers the case it was merged into
   */
  Optional<CaseFile> find(long id, SignedIn reader);

  /** The case that a mention belongs to. */
  Optional<Long> ofMention(long mention);

  /** The case that a reply belongs to. */
  Optional<Long> ofReply(long reply);

  /**
   * Gives the case to somebody, or to nobody where {@code assignee} is null.
   *
   * @throws StaleCaseException where the case has another version by now; so do the others below
   */
  void assign(long id, int version, @Nullable UUID assignee, String assigneeName, SignedIn by);

  /** Adds a note; notes don't conflict. */
  void note(long id, String text, SignedIn by);

  void close(long id, int version, Outcome outcome, SignedIn by);

  void reopen(long id, int version, SignedIn by);

  /** Moves all mentions, notes and replies of {@code id} into {@code into}. */
  void merge(long id, int version, long into, SignedIn by);
}
