package org.bedside.alerts;

import java.time.Clock;
import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks whether something is to be sent; a new alert wakes it at once. */
@Component
class DispatchBeat extends Rounds {

  private final Due due;
  private final Dispatch dispatch;
  private final Clock clock;

  DispatchBeat(
      Due due,
      Dispatch dispatch,
      Clock clock,
      @Value("${bedside.alerts.look-every:10s}") Duration every) {
    super("alert messages", every);
    this.due = due;
    this.dispatch = dispatch;
    this.clock = clock;
  }

  @TransactionalEventListener
  void on(AlertsChanged event) {
    wake();
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : due.messages(clock.instant())) {
      CurrentOrganization.run(organization, dispatch::run);
    }
    return false;
  }
}
