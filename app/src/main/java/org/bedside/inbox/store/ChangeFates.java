package org.bedside.inbox.store;

import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.ApprovalDecided;
import org.bedside.approvals.ApprovalRequest;
import org.bedside.approvals.Approvals;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.OrderRefusedException;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.ReplyChange;
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

  private static final String BACK = "reply.change.back.";

  private final ReplyChanges changes;
  private final ReplyOrders orders;
  private final SecondLook look;
  private final Approvals approvals;
  private final Deliveries deliveries;
  private final Departures departures;
  private final ChangeReturns returns;

  ChangeFates(
      ReplyChanges changes,
      ReplyOrders orders,
      SecondLook look,
      Approvals approvals,
      Deliveries deliveries,
      Departures departures,
      ChangeReturns returns) {
    this.changes = changes;
    this.orders = orders;
    this.look = look;
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
    returns.refused(row, approvals.find(request).map(ApprovalRequest::whyRefused).orElse(""));
  }

  private void approved(ReplyChanges.Row row, UUID request) {
    Optional<ReplyOrders.Row> reply = orders.find(row.reply());
    Optional<String> overtaken = returns.overtaken(row);
    if (overtaken.isPresent() || reply.isEmpty()) {
      returns.back(row, overtaken.orElse(ChangeReturns.GONE), "");
      return;
    }
    ReplyChange change = row.change();
    SecondLook.Agreed agreed =
        new SecondLook.Agreed(
            request,
            reply.get(),
            change.text(),
            change.by(),
            row.overrideReason(),
            row.guardVersion());
    switch (look.at(agreed)) {
      case SecondLook.Stays(SecondLook.Why why) ->
          returns.back(row, why.under(BACK), why.detail(change.byName()));
      case SecondLook.MayLeave go -> leave(row, reply.get(), go);
    }
  }

  private void leave(ReplyChanges.Row row, ReplyOrders.Row reply, SecondLook.MayLeave go) {
    SignedIn writer = go.writer();
    String override = go.override();
    Optional<Delivery> delivery =
        reply.key() == null ? Optional.empty() : deliveries.ofKey(reply.key());
    try {
      if (delivery.isEmpty()
          || !deliveries.edit(delivery.get().id(), row.change().text(), writer)) {
        returns.back(row, BACK + "busy", "");
        return;
      }
    } catch (OrderRefusedException refused) {
      returns.back(row, refused.key(), refused.detail());
      return;
    }
    changes.leaves(row);
    orders.asked(reply.id(), writer.id(), writer.name(), override);
    if (override != null) {
      departures.overridden(reply, go.verdict(), override, writer);
    }
    departures.changed(reply);
  }
}
