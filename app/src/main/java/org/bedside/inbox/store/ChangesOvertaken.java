package org.bedside.inbox.store;

import java.util.Optional;
import java.util.UUID;
import org.bedside.approvals.Approvals;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.DeliveryChanged;
import org.bedside.listening.MentionsWithdrawn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What happens to a reply while other words for it are under way: they are there, or they came too
 * late, since the reply is another by now, or gone.
 */
@Component
class ChangesOvertaken {

  private final ReplyChanges changes;
  private final ReplyOrders orders;
  private final Deliveries deliveries;
  private final Approvals approvals;
  private final Writers writers;
  private final ChangeReturns returns;
  private final ApplicationEventPublisher events;

  ChangesOvertaken(
      ReplyChanges changes,
      ReplyOrders orders,
      Deliveries deliveries,
      Approvals approvals,
      Writers writers,
      ChangeReturns returns,
      ApplicationEventPublisher events) {
    this.changes = changes;
    this.orders = orders;
    this.deliveries = deliveries;
    this.approvals = approvals;
    this.writers = writers;
    this.returns = returns;
    this.events = events;
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
          returns.back(row, "reply.change.back.not-taken", "");
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
      returns.back(row, ChangeReturns.GONE, "");
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
}
