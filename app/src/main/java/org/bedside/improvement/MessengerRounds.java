package org.bedside.improvement;

import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Sends whatever is due. It is a row, so the event only wakes the rounds sooner. */
@Component
class MessengerRounds extends Rounds {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(15);

  private final Deliveries deliveries;
  private final Messenger messenger;

  MessengerRounds(Deliveries deliveries, Messenger messenger) {
    super("improvement-webhooks", LOOK_EVERY);
    this.deliveries = deliveries;
    this.messenger = messenger;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(DeliveryWaiting event) {
    wake();
  }

  @Override
  protected boolean round() {
    int sent = 0;
    for (OrganizationId organization : deliveries.due()) {
      if (isRunning()) {
        sent += CurrentOrganization.call(organization, messenger::send);
      }
    }
    return sent > 0;
  }
}
