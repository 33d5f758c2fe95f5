package org.bedside.handover;

import java.time.Clock;
import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Erases what nobody needs any more. */
@Component
class ErasingRounds extends Rounds {

  private final Erasures erasures;
  private final Clock clock;

  ErasingRounds(
      Erasures erasures, Clock clock, @Value("${bedside.handover.look-every:5m}") Duration every) {
    super("erasing of private conversations", every);
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : erasures.due(clock.instant())) {
      CurrentOrganization.run(organization, () -> erasures.sweep(clock.instant()));
    }
    return false;
  }
}
