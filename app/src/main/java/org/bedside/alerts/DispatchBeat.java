package org.bedside.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.bedside.rounds.Seldom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks whether somebody is to be told something; a new alert wakes it at once. */
@Component
class DispatchBeat extends Rounds {

  /** As long as letters. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Due due;
  private final Dispatch dispatch;
  private final Clock clock;
  private final Seldom tidying = new Seldom(Duration.ofHours(1));

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
    Instant now = clock.instant();
    if (tidying.isTime(now)) {
      due.forgetMessages(now.minus(KEPT));
    }
    for (OrganizationId organization : due.messages()) {
      CurrentOrganization.run(organization, dispatch::run);
    }
    return false;
  }
}
