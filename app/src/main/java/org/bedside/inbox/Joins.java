package org.bedside.inbox;

import java.util.List;
import java.util.Map;
import org.bedside.identity.SignedIn;

/** Why mentions are in one case, and taking that back. Of the current organization. */
public interface Joins {

  /** Why a mention is in a case that it didn't open. */
  enum Why {
    /** It is by whoever wrote the case's leading mention. */
    AUTHOR,
    /** It answers a post that is in the case. */
    ANSWERS,
    /** It tells the same story. */
    STORY,
    /** Somebody merged their cases. */
    PERSON
  }

  /** Why each mention is in this case that can leave it again. */
  Map<Long, Why> of(long caseId);

  /** The cases that are parts of this one now, whoever merged them. */
  List<Long> partsOf(long caseId);

  /**
   * Gives a mention a case of its own again; it is never joined to another by the software. Notes
   * and replies stay where they are.
   *
   * @return the mention's own case
   * @throws StaleCaseException where the case has another version by now, or the mention has left
   */
  long part(long caseId, int version, long mention, SignedIn by);
}
