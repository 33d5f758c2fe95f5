package org.bedside.inbox;

import org.bedside.identity.SignedIn;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/** Answers to mentions. */
public interface Replies {

  /** What the guard says of a draft; stores nothing. */
  Verdict review(long caseId, String text);

  /** Keeps the person's draft for this case. */
  void keepDraft(long caseId, String text, SignedIn by);

  /** Puts the person's draft for this case away, such as one that became other words of a reply. */
  void dropDraft(long caseId, SignedIn by);

  /**
   * Records the reply as posted if the policy allows; a rejected one stays as the person's draft.
   *
   * @param overrideReason why it is posted although the guard blocks it
   */
  ReplyPolicy.Decision markPosted(
      long caseId, String text, @Nullable String overrideReason, SignedIn by);
}
