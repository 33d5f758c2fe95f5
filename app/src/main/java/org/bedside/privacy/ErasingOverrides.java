package org.bedside.privacy;

import java.time.Clock;
import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Erases the words of replies for which no second person was found in time. */
@Component
class ErasingOverrides extends Rounds {

  private final Overrides overrides;
  private final Clock clock;

  ErasingOverrides(
      Overrides overrides, Clock clock, @Value("${bedside.privacy.look-every:1h}") Duration every) {
    super("erasing of overrides that waited too long", every);
    this.overrides = overrides;
    this.clock = clock;
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : overrides.due(clock.instant())) {
      CurrentOrganization.run(organization, () -> overrides.sweep(clock.instant()));
    }
    return false;
  }
}
