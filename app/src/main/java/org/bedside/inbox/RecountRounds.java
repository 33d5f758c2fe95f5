package org.bedside.inbox;

import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.bedside.targets.TargetsChanged;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts open cases anew after targets, hours or holidays changed. */
@Component
class RecountRounds extends Rounds {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private final Recounts recounts;

  RecountRounds(Recounts recounts) {
    super("due times", LOOK_EVERY);
    this.recounts = recounts;
  }

  @TransactionalEventListener
  void on(TargetsChanged event) {
    wake();
  }

  /** A few of each organization in turn, so that none waits for the largest. */
  @Override
  protected boolean round() {
    boolean more = false;
    for (OrganizationId organization : recounts.organizations()) {
      if (isRunning()) {
        more |= CurrentOrganization.call(organization, recounts::next);
      }
    }
    return more;
  }
}
