package org.bedside.inbox.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.assessment.Assessed;
import org.bedside.audit.Auditable;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Order;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.inbox.RepliesChanged;
import org.bedside.listening.Mention;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Orders replies, and notes at the case what becomes of them. */
@Component
class Departures {

  private final ReplyOrders orders;
  private final Deliveries deliveries;
  private final Approvals approvals;
  private final ReplyPictures pictures;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  Departures(
      ReplyOrders orders,
      Deliveries deliveries,
      Approvals approvals,
      ReplyPictures pictures,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.orders = orders;
    this.deliveries = deliveries;
    this.approvals = approvals;
    this.pictures = pictures;
    this.log = log;
    this.events = events;
  }

  /**
   * Orders it, in the caller's transaction.
   *
   * @return the delivery
   */
  UUID leave(
      ReplyOrders.Row row,
      UUID channel,
      Assessed original,
      @Nullable String overrideReason,
      SignedIn by) {
    Mention mention = original.mention();
    UUID key = UUID.randomUUID();
    UUID delivery =
        deliveries.queue(
            new Order(
                key,
                channel,
                mention.externalId(),
                mention.url(),
                row.text(),
                original.assessment().language(),
                pictures.of(row.id(), mention.asPost()),
                null),
            by);
    orders.leaves(row, channel, key, overrideReason);
    if (overrideReason != null) {
      overridden(row, row.verdict(), overrideReason, by);
    }
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "inbox.reply-sent",
            "case:" + row.caseId(),
            Map.of("verdict", row.verdict().name())));
    note(row, CaseEvent.Kind.REPLY_LEAVING, "", by);
    return delivery;
  }

  /** Notes that words go out although the guard blocks them. */
  void overridden(ReplyOrders.Row row, Verdict.Decision verdict, String reason, SignedIn by) {
    note(row, CaseEvent.Kind.REPLY_OVERRIDDEN, reason, by);
    events.publishEvent(
        new Auditable(
            by.actor(),
            by.name(),
            "inbox.reply-overridden",
            "case:" + row.caseId(),
            Map.of("verdict", verdict.name(), "reason", reason)));
  }

  /**
   * Keeps it from going out, as long as it has not begun to leave. What came of it is heard by
   * event, in this transaction, and the words come back with it.
   *
   * @return whether it won't go out
   */
  boolean stop(ReplyOrders.Row row, SignedIn by) {
    if (row.state() == ReplyOrders.State.ASKED && row.approval() != null) {
      approvals.withdraw(row.approval(), by);
    }
    // somebody may have agreed to it just before that
    return orders.find(row.id()).map(now -> cancelled(now, by)).orElse(true);
  }

  private boolean cancelled(ReplyOrders.Row row, SignedIn by) {
    return switch (row.state()) {
      case DRAFT, RETURNED -> true;
      case LEAVING ->
          row.key() != null
              && deliveries
                  .ofKey(row.key())
                  .map(delivery -> deliveries.cancel(delivery.id(), by))
                  .orElse(false);
      case ASKED, POSTED, REMOVED -> false;
    };
  }

  /** Writes it into the case's history, and tells open pages. */
  void note(ReplyOrders.Row row, CaseEvent.Kind kind, String text, SignedIn by) {
    log.record(row.caseId(), kind, text, by);
    changed(row);
  }

  void changed(ReplyOrders.Row row) {
    events.publishEvent(
        new CasesChanged(CurrentOrganization.get(), List.of(), List.of(row.caseId())));
    events.publishEvent(new RepliesChanged(CurrentOrganization.get()));
  }
}
