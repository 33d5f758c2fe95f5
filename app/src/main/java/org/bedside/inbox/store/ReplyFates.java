package org.bedside.inbox.store;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.ApprovalDecided;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.DeliveryChanged;
import org.bedside.channels.OrderRefusedException;
import org.bedside.inbox.CaseEvent;
import org.bedside.listening.MentionsWithdrawn;
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

  private static final String BACK = "reply.back.";

  private final ReplyOrders orders;
  private final Writers writers;
  private final Approvals approvals;
  private final SecondLook look;
  private final Deliveries deliveries;
  private final Departures departures;
  private final CaseLog log;
  private final CaseDues dues;

  ReplyFates(
      ReplyOrders orders,
      Writers writers,
      Approvals approvals,
      SecondLook look,
      Deliveries deliveries,
      Departures departures,
      CaseLog log,
      CaseDues dues) {
    this.orders = orders;
    this.writers = writers;
    this.approvals = approvals;
    this.look = look;
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
    String why = approvals.find(request).map(ApprovalRequest::whyRefused).orElse("");
    String problem = "reply.back.refused";
    if (orders.comesBack(row, why.isEmpty() ? problem : "reply.back.refused-because", why, false)) {
      note(row, CaseEvent.Kind.REPLY_RETURNED, problem);
    }
  }

  private void approved(ReplyOrders.Row row, UUID request) {
    SecondLook.Agreed agreed =
        new SecondLook.Agreed(
            request, row, row.text(), row.by(), row.overrideReason(), row.guardVersion());
    switch (look.at(agreed)) {
      case SecondLook.Stays(SecondLook.Why why) ->
          back(row, why.under(BACK), why.detail(row.byName()));
      case SecondLook.MayLeave go -> leave(row, go);
    }
  }

  private void leave(ReplyOrders.Row row, SecondLook.MayLeave go) {
    UUID channel = row.channel();
    if (channel == null) {
      back(row, BACK + "expired", "");
      return;
    }
    try {
      departures.leave(row, channel, go.original(), go.override(), go.writer());
    } catch (OrderRefusedException refused) {
      back(row, refused.key(), refused.detail());
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
