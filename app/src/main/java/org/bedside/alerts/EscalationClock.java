package org.bedside.alerts;

import java.time.Clock;
import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks whether a crisis waits longer than it may. */
@Component
class EscalationClock extends Rounds {

  private final Due due;
  private final Escalations escalations;
  private final Clock clock;

  EscalationClock(
      Due due,
      Escalations escalations,
      Clock clock,
      @Value("${bedside.alerts.look-every:10s}") Duration every) {
    super("alert escalation", every);
    this.due = due;
    this.escalations = escalations;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : due.escalations(clock.instant())) {
      CurrentOrganization.run(organization, () -> escalations.handOn(clock.instant()));
    }
    return false;
  }
}
