package org.bedside.inbox.store;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.privacy.GuardPolicies;
import org.bedside.privacy.ReplyPolicy;
import org.bedside.understanding.Verdict;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of replies after they were written: agreed to, refused, sent, or back with whoever
 * wrote them. Hears it in the transaction in which it happens, so that a case never says anything
 * else than the delivery does.
 */
@Component
class ReplyFates {

  /** Of the one kind that colleagues see, since nobody else would. */
  static final String WRITER_GONE = "reply.back.writer-gone";

  private final ReplyOrders orders;
  private final Originals originals;
  private final Writers writers;
  private final ReplyPolicy policy;
  private final Approvals approvals;
  private final GuardPolicies guard;
  private final Deliveries deliveries;
  private final Departures departures;
  private final CaseLog log;
  private final CaseDues dues;

  ReplyFates(
      ReplyOrders orders,
      Originals originals,
      Writers writers,
      ReplyPolicy policy,
      Approvals approvals,
      GuardPolicies guard,
      Deliveries deliveries,
      Departures departures,
      CaseLog log,
      CaseDues dues) {
    this.orders = orders;
    this.originals = originals;
    this.writers = writers;
    this.policy = policy;
    this.approvals = approvals;
    this.guard = guard;
    this.deliveries = deliveries;
    this.departures = departures;
    this.log = log;
    this.dues = dues;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ApprovalDecided event) {
    if (!event.subjectKind().equals(ReplySubjects.KIND)) {
      return;
    }
    Optional<ReplyOrders.Row> asked = orders.ofApproval(event.request());
    if (asked.isEmpty()) {
      return;
    }
    ReplyOrders.Row row = asked.get();
    switch (event.outcome()) {
      case APPROVED -> approved(row, event.request());
      case REFUSED -> refused(row, event.request());
      case EXPIRED -> back(row, "reply.back.expired", "");
      case WITHDRAWN -> back(row, "reply.back.withdrawn", "");
    }
  }

  /** With what whoever refused said of it, for its writer's eyes alone. */
  private void refused(ReplyOrders.Row row, UUID request) {
    String why =
        approvals.find(request).stream()
            .flatMap(asked -> asked.given().stream())
            .filter(given -> given.decision() == Decision.REFUSE && !given.comment().isEmpty())
            .map(given -> given.name() + ": “" + given.comment() + "”")
            .collect(Collectors.joining(" "));
    String problem = "reply.back.refused";
    if (orders.comesBack(row, why.isEmpty() ? problem : "reply.back.refused-because", why, false)) {
      note(row, CaseEvent.Kind.REPLY_RETURNED, problem);
    }
  }

  /** What was true when it was asked may not be true any more: all of it is looked at again. */
  private void approved(ReplyOrders.Row row, UUID request) {
    Optional<SignedIn> writer = writers.find(row.by());
    Optional<Assessed> original = originals.of(row);
    UUID channel = row.channel();
    if (writer.isEmpty()) {
      back(row, WRITER_GONE, row.byName());
    } else if (!writer.get().may(Permission.WRITE_REPLIES)) {
      back(row, "reply.back.writer-may-not", row.byName());
    } else if (original.isEmpty()) {
      back(row, "reply.back.post-gone", "");
    } else if (channel == null || !approvals.stillHolds(request, row.text())) {
      back(row, "reply.back.expired", "");
    } else {
      leave(row, channel, original.get(), writer.get());
    }
  }

  private void leave(ReplyOrders.Row row, UUID channel, Assessed original, SignedIn writer) {
    Verdict verdict = policy.review(row.text(), Originals.post(original.mention()));
    boolean blocked = verdict.decision() == Verdict.Decision.BLOCK;
    if (blocked && !overrides(row, writer)) {
      back(row, "reply.back.guard", "");
      return;
    }
    try {
      departures.leave(row, channel, original, blocked ? row.overrideReason() : null, writer);
    } catch (OrderRefusedException refused) {
      back(row, refused.key(), refused.detail());
    }
  }

  /**
   * Whether what overrode the guard when it was asked still does: by a person who may, and under
   * the policy that it was done under. Nobody is asked anew: where two people had to, they did.
   */
  private boolean overrides(ReplyOrders.Row row, SignedIn writer) {
    Long version = row.guardVersion();
    return row.overrideReason() != null
        && version != null
        && version == guard.current().version()
        && policy.mayOverride(writer);
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(DeliveryChanged event) {
    Optional<ReplyOrders.Row> ordered = orders.ofKey(event.key());
    if (ordered.isEmpty()) {
      return;
    }
    ReplyOrders.Row row = ordered.get();
    Delivery delivery = deliveries.find(event.delivery()).orElseThrow();
    switch (event.state()) {
      case SENT -> isThere(row, delivery);
      case EXPIRED -> back(row, "reply.back.too-late", "");
      case CANCELLED -> back(row, "reply.back.stopped", "");
      case DELETED -> {
        orders.isGone(row);
        noteAsker(row, CaseEvent.Kind.REPLY_REMOVED);
      }
      // a refused one may be sent again as it is, so its words stay with it until it is taken back
      case WAITING, SENDING, UNKNOWN, REFUSED, EDITING, DELETING -> departures.changed(row);
    }
  }

  private void isThere(ReplyOrders.Row row, Delivery delivery) {
    URI url = delivery.url();
    orders.isThere(row, url == null ? null : url.toString(), delivery.text());
    switch (row.state()) {
      case POSTED -> {
        if (row.text().equals(delivery.text())) {
          departures.changed(row);
        } else {
          noteAsker(row, CaseEvent.Kind.REPLY_CHANGED);
        }
      }
      case DRAFT, ASKED, LEAVING, RETURNED, REMOVED -> {
        // only now: other words later answer nobody who has written again since
        Instant at = delivery.sentAt();
        dues.answered(
            row.caseId(), (at == null ? delivery.changedAt() : at).atOffset(ZoneOffset.UTC));
        note(row, CaseEvent.Kind.REPLY_POSTED, "");
      }
    }
  }

  /** A post that is gone needs no answer. Before the case goes with it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    for (ReplyOrders.Row row : orders.underWay(event.mentions())) {
      if (departures.stop(row, writers.software())) {
        orders.cameBackSince(row, "reply.back.post-gone");
      }
    }
  }

  private void back(ReplyOrders.Row row, String problem, String detail) {
    if (orders.comesBack(row, problem, detail, problem.equals(WRITER_GONE))) {
      note(row, CaseEvent.Kind.REPLY_RETURNED, problem);
    }
  }

  private void note(ReplyOrders.Row row, CaseEvent.Kind kind, String text) {
    log.record(row.caseId(), kind, text, row.by(), row.byName());
    departures.changed(row);
  }

  /** As what somebody else may have done to it since. */
  private void noteAsker(ReplyOrders.Row row, CaseEvent.Kind kind) {
    UUID by = row.askedBy();
    String name = row.askedByName();
    if (by == null || name == null) {
      note(row, kind, "");
      return;
    }
    log.record(row.caseId(), kind, "", by, name);
    departures.changed(row);
  }
}
