package org.bedside.alerts;

import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks whether somebody is to be told something; a new alert wakes it at once. */
@Component
class DispatchBeat extends Rounds {

  private final Due due;
  private final Dispatch dispatch;

  DispatchBeat(
      Due due, Dispatch dispatch, @Value("${bedside.alerts.look-every:10s}") Duration every) {
    super("alert messages", every);
    this.due = due;
    this.dispatch = dispatch;
  }

  @TransactionalEventListener
  void on(AlertsChanged event) {
    wake();
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : due.messages()) {
      CurrentOrganization.run(organization, dispatch::run);
    }
    return false;
  }
}
