package org.bedside.inbox.store;

import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.assessment.Assessed;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether words that others agreed to may still go out: what was true when it was asked may not be
 * true any more, so that all of it is looked at again.
 */
@Component
class SecondLook {

  private final Writers writers;
  private final Originals originals;
  private final Approvals approvals;
  private final ReplyPolicy policy;
  private final GuardPolicies guard;

  SecondLook(
      Writers writers,
      Originals originals,
      Approvals approvals,
      ReplyPolicy policy,
      GuardPolicies guard) {
    this.writers = writers;
    this.originals = originals;
    this.approvals = approvals;
    this.policy = policy;
    this.guard = guard;
  }

  /**
   * What was agreed to.
   *
   * @param reply the reply that the words are or replace
   * @param by who wrote them
   * @param overrideReason why the guard was overridden when it was asked; null where it wasn't
   * @param guardVersion of the policy that it was done under
   */
  record Agreed(
      UUID request,
      ReplyOrders.Row reply,
      String text,
      UUID by,
      @Nullable String overrideReason,
      @Nullable Long guardVersion) {}

  /** What is seen at the second look. */
  sealed interface Seen {}

  /**
   * They may go out.
   *
   * @param override why, although the guard blocks them; null where it does not
   */
  record MayLeave(
      SignedIn writer, Assessed original, Verdict.Decision verdict, @Nullable String override)
      implements Seen {}

  /** They may not. */
  record Stays(Why why) implements Seen {}

  /** Why words stay. */
  enum Why {
    WRITER_GONE("writer-gone"),
    WRITER_MAY_NOT("writer-may-not"),
    POST_GONE("post-gone"),
    EXPIRED("expired"),
    GUARD("guard");

    private final String key;

    Why(String key) {
      this.key = key;
    }

    /** The message key under one of {@code reply.back.} and {@code reply.change.back.}. */
    String under(String prefix) {
      return prefix + key;
    }

    /** The name that the message names, where it is about the writer. */
    String detail(String writer) {
      return switch (this) {
        case WRITER_GONE, WRITER_MAY_NOT -> writer;
        case POST_GONE, EXPIRED, GUARD -> "";
      };
    }
  }

  /** To be asked in the transaction that sends, as {@link Approvals#stillHolds} is. */
  Seen at(Agreed agreed) {
    Optional<SignedIn> writer = writers.find(agreed.by());
    if (writer.isEmpty()) {
      return new Stays(Why.WRITER_GONE);
    }
    if (!writer.get().may(Permission.WRITE_REPLIES)) {
      return new Stays(Why.WRITER_MAY_NOT);
    }
    Optional<Assessed> original = originals.of(agreed.reply());
    if (original.isEmpty()) {
      return new Stays(Why.POST_GONE);
    }
    if (!approvals.stillHolds(agreed.request(), agreed.text())) {
      return new Stays(Why.EXPIRED);
    }
    Verdict verdict = policy.review(agreed.text(), original.get().mention().asPost());
    boolean blocked = verdict.decision() == Verdict.Decision.BLOCK;
    if (blocked && !overrides(agreed, writer.get())) {
      return new Stays(Why.GUARD);
    }
    String override = blocked ? agreed.overrideReason() : null;
    return new MayLeave(writer.get(), original.get(), verdict.decision(), override);
  }

  /**
   * Whether what overrode the guard when it was asked still does: by a person who may, and under
   * the policy that it was done under. Nobody is asked anew: where two people had to, they did.
   */
  private boolean overrides(Agreed agreed, SignedIn writer) {
    Long version = agreed.guardVersion();
    return agreed.overrideReason() != null
        && version != null
        && version == guard.current().version()
        && policy.mayOverride(writer);
  }
}
