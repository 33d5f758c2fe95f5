package org.bedside.inbox.store;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bedside.approvals.ApprovalDecided;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Decision;
import org.bedside.assessment.Assessed;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.OrderRefusedException;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of other words for a reply that is there once others decided: they are ordered,
 * once; or the reply stays as it was, with the reason, and the words are kept.
 */
@Component
class ChangeFates {

  /** Of the one kind that colleagues see, since nobody else would. */
  static final String WRITER_GONE = "reply.change.back.writer-gone";

  private final ReplyChanges changes;
  private final ReplyOrders orders;
  private final Originals originals;
  private final Writers writers;
  private final ReplyPolicy policy;
  private final GuardPolicies guard;
  private final Approvals approvals;
  private final Deliveries deliveries;
  private final Departures departures;
  private final ChangeReturns returns;

  ChangeFates(
      ReplyChanges changes,
      ReplyOrders orders,
      Originals originals,
      Writers writers,
      ReplyPolicy policy,
      GuardPolicies guard,
      Approvals approvals,
      Deliveries deliveries,
      Departures departures,
      ChangeReturns returns) {
    this.changes = changes;
    this.orders = orders;
    this.originals = originals;
    this.writers = writers;
    this.policy = policy;
    this.guard = guard;
    this.approvals = approvals;
    this.deliveries = deliveries;
    this.departures = departures;
    this.returns = returns;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ApprovalDecided event) {
    if (!event.subjectKind().equals(ReplySubjects.CHANGE)) {
      return;
    }
    Optional<ReplyChanges.Row> asked = changes.ofApproval(event.request());
    if (asked.isEmpty()) {
      return;
    }
    ReplyChanges.Row row = asked.get();
    switch (event.outcome()) {
      case APPROVED -> approved(row, event.request());
      case REFUSED -> refused(row, event.request());
      case EXPIRED -> returns.back(row, "reply.change.back.expired", "");
      case WITHDRAWN ->
          returns.back(row, returns.overtaken(row).orElse("reply.change.back.withdrawn"), "");
    }
  }

  /** With what whoever refused said of it, for its writer's eyes alone. */
  private void refused(ReplyChanges.Row row, UUID request) {
    String why =
        approvals.find(request).stream()
            .flatMap(asked -> asked.given().stream())
            .filter(given -> given.decision() == Decision.REFUSE && !given.comment().isEmpty())
            .map(given -> given.name() + ": “" + given.comment() + "”")
            .collect(Collectors.joining(" "));
    returns.refused(row, why);
  }

  /** What was true when it was asked may not be true any more: all of it is looked at again. */
  private void approved(ReplyChanges.Row row, UUID request) {
    Optional<SignedIn> writer = writers.find(row.change().by());
    Optional<ReplyOrders.Row> reply = orders.find(row.reply());
    Optional<Assessed> original = reply.flatMap(originals::of);
    Optional<String> overtaken = returns.overtaken(row);
    if (writer.isEmpty()) {
      returns.back(row, WRITER_GONE, row.change().byName());
    } else if (!writer.get().may(Permission.WRITE_REPLIES)) {
      returns.back(row, "reply.change.back.writer-may-not", row.change().byName());
    } else if (overtaken.isPresent() || reply.isEmpty()) {
      returns.back(row, overtaken.orElse(ChangeReturns.GONE), "");
    } else if (original.isEmpty()) {
      returns.back(row, "reply.change.back.post-gone", "");
    } else if (!approvals.stillHolds(request, row.change().text())) {
      returns.back(row, "reply.change.back.expired", "");
    } else {
      leave(row, reply.get(), original.get(), writer.get());
    }
  }

  private void leave(
      ReplyChanges.Row row, ReplyOrders.Row reply, Assessed original, SignedIn writer) {
    String text = row.change().text();
    Verdict verdict = policy.review(text, Originals.post(original.mention()));
    boolean blocked = verdict.decision() == Verdict.Decision.BLOCK;
    String override = blocked ? row.overrideReason() : null;
    if (blocked && !overrides(row, writer)) {
      returns.back(row, "reply.change.back.guard", "");
      return;
    }
    Optional<Delivery> delivery =
        reply.key() == null ? Optional.empty() : deliveries.ofKey(reply.key());
    try {
      if (delivery.isEmpty() || !deliveries.edit(delivery.get().id(), text, writer)) {
        returns.back(row, "reply.change.back.busy", "");
        return;
      }
    } catch (OrderRefusedException refused) {
      returns.back(row, refused.key(), refused.detail());
      return;
    }
    changes.leaves(row);
    orders.asked(reply.id(), writer.id(), writer.name(), override);
    if (override != null) {
      departures.overridden(reply, verdict.decision(), override, writer);
    }
    departures.changed(reply);
  }

  /** Whether what overrode the guard when it was asked still does; see {@link ReplyFates}. */
  private boolean overrides(ReplyChanges.Row row, SignedIn writer) {
    Long version = row.guardVersion();
    return row.overrideReason() != null
        && version != null
        && version == guard.current().version()
        && policy.mayOverride(writer);
  }
}
