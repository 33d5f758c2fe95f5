package org.bedside.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bedside.approvals.Approvals.View;

/** Where the current organization's requests are kept; always inside a transaction. */
public interface Requests {

  /** Keeps a new one. */
  void add(ApprovalRequest request);

  Optional<ApprovalRequest> find(UUID id);

  /** As {@link #find}; nobody else changes it before the transaction ends. */
  Optional<ApprovalRequest> lock(UUID id);

  /** Newest first. */
  List<ApprovalRequest> ofSubject(String kind, String id);

  /** Those of a subject that are open or approved, locked. */
  List<ApprovalRequest> liveOf(String kind, String id);

  List<ApprovalRequest> list(View view, UUID member, int most);

  long waitingFor(UUID member);

  /** Keeps a decision; the version goes up. */
  void give(UUID request, Given given);

  /** Ends it; it waits for nobody any more and the version goes up. */
  void end(UUID request, Ending ending);

  /** Open ones to look at by now, locked; those that another process holds are left to it. */
  List<ApprovalRequest> takeDue(Instant now, int most);

  /** Every open one is looked at again by the next round. */
  void lookAgain(Instant now);

  List<Turn> turns(UUID request);

  /** Somebody is asked, for the first time at this step. */
  void ask(UUID request, Turn turn);

  void remindedOf(UUID request, Turn turn);

  /** Whose turn at this step it is now, and nobody else's at any step. */
  void waitFor(UUID request, int step, Set<UUID> members);

  /**
   * @param stuck whether a step can't be met by anybody
   * @return whether that wasn't known yet
   */
  boolean see(UUID request, boolean stuck, Instant lookAt);

  /**
   * A person who was asked at a step.
   *
   * @param remindAt when once more, where they haven't decided by then
   */
  record Turn(int step, UUID member, Instant askedAt, Instant remindAt, boolean reminded) {}
}
