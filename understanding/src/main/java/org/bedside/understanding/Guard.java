package org.bedside.understanding;

import java.util.Set;
import org.bedside.understanding.guard.ReplyReview;
import org.bedside.understanding.judge.Encoded;
import org.jspecify.annotations.Nullable;

/**
 * Checks a public reply before it is published: what would it disclose <em>beyond the review and by
 * what it implies</em>? Confirming, or denying, that the writer is a patient is a disclosure too
 * (45 CFR 164.502, and the settlements on replies to reviews since 2019).
 *
 * <p>English and Spanish. By rules alone, whatever is not known to be harmless is at least a
 * warning. At the thorough level an encoder reads the reply beside the review, too: it blocks what
 * no rule has words for, turns a rule's block into a warning where the reply reads as harmless, and
 * allows a reply that no rule would block and that it is sure of. Not legal advice.
 *
 * <p>Instances are immutable and safe for use by many threads; a review takes time linear in the
 * reply's length.
 */
public final class Guard {

  private final ReplyReview review;

  private Guard(ReplyReview review) {
    this.review = review;
  }

  /** The guard with the rules that ship with this library; costly to make, so keep it. */
  public static Guard standard() {
    return new Guard(new ReplyReview(null));
  }

  /**
   * The guard that reads with the encoder, too; costly to make, so keep it.
   *
   * @param encoded null for the rules alone
   */
  static Guard of(@Nullable Encoded encoded) {
    return new Guard(new ReplyReview(encoded));
  }

  /**
   * Reviews a draft.
   *
   * @param reply the words that would be published; offsets in the verdict point into it
   * @param original the post it answers; {@link Post#author()} is the name shown beside the review
   * @return the worst decision of all findings, and the findings in the order of the reply
   */
  public Verdict review(String reply, Post original) {
    return review.review(reply, original);
  }

  /** The stable keys of all rules, each also the key of a message. */
  public Set<String> rules() {
    return review.rules();
  }
}
