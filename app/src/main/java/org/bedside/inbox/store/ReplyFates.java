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
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.listening.MentionsWithdrawn;
import org.bedside.privacy.ReplyPolicy;
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

  private final ReplyOrders orders;
  private final Originals originals;
  private final Writers writers;
  private final ReplyPolicy policy;
  private final Approvals approvals;
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
      Deliveries deliveries,
      Departures departures,
      CaseLog log,
      CaseDues dues) {
    this.orders = orders;
    this.originals = originals;
    this.writers = writers;
    this.policy = policy;
    this.approvals = approvals;
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
    orders.comesBack(row, why.isEmpty() ? problem : "reply.back.refused-because", why);
    note(row, CaseEvent.Kind.REPLY_RETURNED, problem);
  }

  /** What was true when it was asked may not be true any more: all of it is looked at again. */
  private void approved(ReplyOrders.Row row, UUID request) {
    Optional<SignedIn> writer = writers.find(row.by());
    UUID channel = row.channel();
    if (writer.isEmpty() || channel == null) {
      back(row, "reply.back.writer-gone", row.byName());
      return;
    }
    if (!approvals.stillHolds(request, row.text())) {
      back(row, "reply.back.expired", "");
      return;
    }
    Optional<Assessed> answered = originals.of(row);
    if (answered.isEmpty()) {
      back(row, "reply.back.post-gone", "");
      return;
    }
    Assessed original = answered.get();
    ReplyPolicy.Decision now =
        policy.decide(
            row.text(), Originals.post(original.mention()), row.overrideReason(), writer.get());
    switch (now) {
      case ReplyPolicy.Decision.Rejected _ -> back(row, "reply.back.guard", "");
      case ReplyPolicy.Decision.Allowed allowed -> {
        try {
          departures.leave(row, channel, original, allowed.overrideReason(), writer.get());
        } catch (OrderRefusedException refused) {
          back(row, refused.key(), refused.detail());
        }
      }
    }
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
        note(row, CaseEvent.Kind.REPLY_REMOVED, "");
      }
      // a refused one may be sent again as it is, so its words stay with it until it is taken back
      case WAITING, SENDING, UNKNOWN, REFUSED, EDITING, DELETING -> departures.changed(row);
    }
  }

  private void isThere(ReplyOrders.Row row, Delivery delivery) {
    URI url = delivery.url();
    orders.isThere(row, url == null ? null : url.toString(), delivery.text());
    Instant at = delivery.sentAt();
    dues.answered(row.caseId(), (at == null ? delivery.changedAt() : at).atOffset(ZoneOffset.UTC));
    switch (row.state()) {
      case POSTED -> {
        if (!row.text().equals(delivery.text())) {
          note(row, CaseEvent.Kind.REPLY_CHANGED, "");
        }
      }
      case DRAFT, ASKED, LEAVING, RETURNED, REMOVED -> note(row, CaseEvent.Kind.REPLY_POSTED, "");
    }
  }

  /** A post that is gone needs no answer. Before the case goes with it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  @Transactional(propagation = Propagation.MANDATORY)
  void on(MentionsWithdrawn event) {
    for (ReplyOrders.Row row : orders.underWay(event.mentions())) {
      writers
          .find(row.by())
          .ifPresent(
              writer -> {
                if (row.approval() != null && row.state() == ReplyOrders.State.ASKED) {
                  approvals.withdraw(row.approval(), writer);
                }
                if (row.key() != null) {
                  deliveries
                      .ofKey(row.key())
                      .ifPresent(delivery -> deliveries.cancel(delivery.id(), writer));
                }
              });
    }
  }

  private void back(ReplyOrders.Row row, String problem, String detail) {
    orders.comesBack(row, problem, detail);
    note(row, CaseEvent.Kind.REPLY_RETURNED, problem);
  }

  private void note(ReplyOrders.Row row, CaseEvent.Kind kind, String text) {
    log.record(row.caseId(), kind, text, row.by(), row.byName());
    departures.changed(row);
  }
}
