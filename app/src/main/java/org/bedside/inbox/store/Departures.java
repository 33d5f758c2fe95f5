package org.bedside.inbox.store;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.audit.Auditable;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Order;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CasesChanged;
import org.bedside.listening.Mention;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Orders replies, and notes at the case what becomes of them. */
@Component
class Departures {

  private final ReplyOrders orders;
  private final Deliveries deliveries;
  private final ReplyPictures pictures;
  private final CaseLog log;
  private final ApplicationEventPublisher events;

  Departures(
      ReplyOrders orders,
      Deliveries deliveries,
      ReplyPictures pictures,
      CaseLog log,
      ApplicationEventPublisher events) {
    this.orders = orders;
    this.deliveries = deliveries;
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
                pictures.of(row.id(), Originals.post(mention)),
                null),
            by);
    orders.leaves(row, channel, key, overrideReason);
    if (overrideReason != null) {
      note(row, CaseEvent.Kind.REPLY_OVERRIDDEN, overrideReason, by);
      events.publishEvent(
          new Auditable(
              by.actor(),
              by.name(),
              "inbox.reply-overridden",
              "case:" + row.caseId(),
              Map.of("verdict", row.verdict().name(), "reason", overrideReason)));
    }
    note(row, CaseEvent.Kind.REPLY_LEAVING, "", by);
    return delivery;
  }

  /** Writes it into the case's history, and tells open pages. */
  void note(ReplyOrders.Row row, CaseEvent.Kind kind, String text, SignedIn by) {
    log.record(row.caseId(), kind, text, by);
    changed(row);
  }

  void changed(ReplyOrders.Row row) {
    events.publishEvent(
        new CasesChanged(CurrentOrganization.get(), List.of(), List.of(row.caseId())));
  }
}
