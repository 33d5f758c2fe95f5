package org.bedside.approvals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bedside.identity.SignedIn;

/**
 * Who must agree before something goes out, and whether they did; for the current organization.
 * Thread-safe.
 *
 * <p>Whoever sends something asks {@link #required} first. Where that is empty it may go out at
 * once. Otherwise {@link #request} asks the people, {@link ApprovalDecided} tells the outcome, and
 * {@link #stillHolds} is asked in the transaction that sends.
 */
public interface Approvals {

  /** The steps that the subject needs now; empty where nobody has to agree. Changes nothing. */
  List<Step> required(Subject subject);

  /** Every policy that applies to the subject, and why. Changes nothing. */
  List<Match> explain(Subject subject);

  /**
   * Asks for agreement, in the caller's transaction. What was asked for the same subject before is
   * withdrawn; if it is open and asks the same people for the same text, it is kept instead.
   *
   * @return the request's id
   * @throws IllegalStateException where nobody has to agree, or the subject's last moment is over
   */
  UUID request(Subject subject, SignedIn by);

  Optional<ApprovalRequest> find(UUID request);

  /** All requests for a subject, newest first. */
  List<ApprovalRequest> ofSubject(String kind, String id);

  /**
   * Somebody decides.
   *
   * @param version of the request that they saw
   * @param comment may be empty
   * @return what became of it; anything but {@link Response#COUNTED} recorded no decision. It is
   *     returned, not thrown, since finding out that it is too late ends the request
   */
  Response decide(UUID request, int version, Decision decision, String comment, SignedIn by);

  /**
   * Takes a request back that is open or approved. Who may do so is for the caller to know.
   *
   * @return whether there was something to take back
   */
  boolean withdraw(UUID request, SignedIn by);

  /**
   * The subject's text is this one now: what was asked or agreed for another text is void. For
   * whoever keeps drafts; {@link #stillHolds} finds out in any case.
   */
  void textIs(String kind, String id, String text, SignedIn by);

  /**
   * Whether what was agreed covers sending exactly this text now. To be called in the transaction
   * that sends, just before it does: it locks the request, so that nobody takes it back meanwhile.
   * A request for another text is void from then on, and one whose subject's last moment is over
   * has expired.
   *
   * @throws org.springframework.transaction.IllegalTransactionStateException outside of a
   *     transaction
   */
  boolean stillHolds(UUID request, String text);

  /** How far an open request is, with the people who work here now. */
  Progress progress(ApprovalRequest request);

  /** How many requests wait for this person. */
  long waitingFor(UUID member);

  /** Some of the current organization's requests. */
  List<ApprovalRequest> list(View view, UUID member, int most);

  /** Which requests a list shows. */
  enum View {
    /** Those that wait for this person; what is due first stands first. */
    WAITING,
    /** Those that this person asked for or wrote; open ones first, then the newest. */
    ASKED,
    /** Those that ended and that this person decided on; the latest first. */
    DECIDED,
    /** Those of anybody that ended; the latest first. */
    ENDED,
    /** Open ones of anybody with a step that nobody can take any more. */
    STUCK
  }
}
