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
import org.bedside.channels.DeliveryChanged;
import org.bedside.channels.OrderRefusedException;
import org.bedside.identity.Permission;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.ReplyChange;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What becomes of other words for a reply that is there: agreed to and ordered, once; or the reply
 * stays as it was, with the reason, and the words are kept.
 */
@Component
class ChangeFates {

  /** Of the one kind that colleagues see, since nobody else would. */
  static final String WRITER_GONE = "reply.change.back.writer-gone";

  private static final String GONE = "reply.change.back.gone";
  private static final String CHANGED = "reply.change.back.changed";

  private final ReplyChanges changes;
  private final ReplyOrders orders;
  private final Originals originals;
  private final Writers writers;
  private final ReplyPolicy policy;
  private final GuardPolicies guard;
  private final Approvals approvals;
  private final Deliveries deliveries;
  private final Departures departures;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

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
      CaseLog log,
      ApplicationEventPublisher events) {
    this.changes = changes;
    this.orders = orders;
    this.originals = originals;
    this.writers = writers;
    this.policy = policy;
    this.guard = guard;
    this.approvals = approvals;
    this.deliveries = deliveries;
    this.departures = departures;
    this.log = log;
    this.events = events;
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
      case EXPIRED -> back(row, "reply.change.back.expired", "");
      case WITHDRAWN -> back(row, overtaken(row).orElse("reply.change.back.withdrawn"), "");
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
    back(
        row,
        why.isEmpty() ? "reply.change.back.refused" : "reply.change.back.refused-because",
        why);
  }

  /** Why these words can't take the place of those that they were agreed to replace. */
  private Optional<String> overtaken(ReplyChanges.Row row) {
    Optional<ReplyOrders.Row> reply = orders.find(row.reply());
    if (reply.isEmpty() || reply.get().state() != ReplyOrders.State.POSTED) {
      return Optional.of(GONE);
    }
    return reply.get().text().equals(row.was()) ? Optional.empty() : Optional.of(CHANGED);
  }

  /** What was true when it was asked may not be true any more: all of it is looked at again. */
  private void approved(ReplyChanges.Row row, UUID request) {
    Optional<SignedIn> writer = writers.find(row.change().by());
    Optional<ReplyOrders.Row> reply = orders.find(row.reply());
    Optional<Assessed> original = reply.flatMap(originals::of);
    Optional<String> overtaken = overtaken(row);
    if (writer.isEmpty()) {
      back(row, WRITER_GONE, row.change().byName());
    } else if (!writer.get().may(Permission.WRITE_REPLIES)) {
      back(row, "reply.change.back.writer-may-not", row.change().byName());
    } else if (overtaken.isPresent() || reply.isEmpty()) {
      back(row, overtaken.orElse(GONE), "");
    } else if (original.isEmpty()) {
      back(row, "reply.change.back.post-gone", "");
    } else if (!approvals.stillHolds(request, row.change().text())) {
      back(row, "reply.change.back.expired", "");
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
      back(row, "reply.change.back.guard", "");
      return;
    }
    Optional<Delivery> delivery =
        reply.key() == null ? Optional.empty() : deliveries.ofKey(reply.key());
    try {
      if (delivery.isEmpty() || !deliveries.edit(delivery.get().id(), text, writer)) {
        back(row, "reply.change.back.busy", "");
        return;
      }
    } catch (OrderRefusedException refused) {
      back(row, refused.key(), refused.detail());
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

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(DeliveryChanged event) {
    switch (event.state()) {
      case SENT -> orders.ofKey(event.key()).ifPresent(reply -> isThere(reply, event.delivery()));
      case DELETED -> orders.ofKey(event.key()).ifPresent(this::isGone);
      case WAITING, SENDING, UNKNOWN, REFUSED, EXPIRED, CANCELLED, EDITING, DELETING -> {}
    }
  }

  private void isThere(ReplyOrders.Row reply, UUID id) {
    Optional<ReplyChanges.Row> underWay = changes.underWay(reply.id());
    Optional<Delivery> delivery = deliveries.find(id);
    if (underWay.isEmpty() || delivery.isEmpty()) {
      return;
    }
    ReplyChanges.Row row = underWay.get();
    String there = delivery.get().text();
    switch (row.change().state()) {
      case LEAVING -> {
        if (there.equals(row.change().text())) {
          changes.forget(row.reply(), row.change().by());
        } else {
          back(row, "reply.change.back.not-taken", "");
        }
      }
      case ASKED -> {
        if (!there.equals(row.was())) {
          overtake(row);
        }
      }
      case BACK -> {}
    }
  }

  private void isGone(ReplyOrders.Row reply) {
    changes.underWay(reply.id()).ifPresent(this::overtake);
  }

  private void overtake(ReplyChanges.Row row) {
    UUID request = row.change().approval();
    if (request == null) {
      back(row, GONE, "");
    } else {
      events.publishEvent(new Overtaken(request));
    }
  }

  /** What was asked for a reply that isn't as it was; nobody need decide on it any more. */
  record Overtaken(UUID request) {}

  /**
   * Only after the delivery is let go: whoever decides holds the request first, and two who take
   * them the other way round would wait for each other. Where this is lost, a decision finds out.
   */
  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void on(Overtaken event) {
    approvals.withdraw(event.request(), writers.software());
  }

  /** A post that is gone needs no answer. Before the case goes with it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    for (ReplyChanges.Row row : changes.askedAbout(event.mentions())) {
      UUID request = row.change().approval();
      if (request != null) {
        approvals.withdraw(request, writers.software());
      }
    }
  }

  private void back(ReplyChanges.Row row, String problem, String detail) {
    if (!changes.back(row, problem, detail)) {
      return;
    }
    ReplyChange change = row.change();
    String told =
        problem.equals("reply.change.back.refused-because") ? "reply.change.back.refused" : problem;
    orders
        .find(row.reply())
        .ifPresent(
            reply -> {
              log.record(
                  reply.caseId(),
                  CaseEvent.Kind.CHANGE_RETURNED,
                  told,
                  change.by(),
                  change.byName());
              departures.changed(reply);
            });
  }
}
