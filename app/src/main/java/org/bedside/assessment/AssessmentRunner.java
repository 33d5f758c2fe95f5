package org.bedside.assessment;

import java.time.Duration;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Mentions;
import org.bedside.listening.MentionsWaiting;
import org.bedside.rounds.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Assesses whatever waits. What waits is a row, so nothing is lost when the process dies; the event
 * only wakes the runner sooner than its own look every few seconds would.
 */
@Component
class AssessmentRunner extends Rounds {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Mentions mentions;
  private final AssessmentBatch batch;

  AssessmentRunner(Mentions mentions, AssessmentBatch batch) {
    super("assessment", LOOK_EVERY);
    this.mentions = mentions;
    this.batch = batch;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MentionsWaiting event) {
    wake();
  }

  /** All that is new, then a little of what is to be read once more. */
  @Override
  protected boolean round() {
    for (OrganizationId organization : mentions.organizationsWaiting()) {
      CurrentOrganization.run(organization, this::drain);
    }
    int again = 0;
    for (OrganizationId organization : mentions.organizationsWaitingAgain()) {
      again += CurrentOrganization.call(organization, batch::assessAgain);
    }
    return again > 0;
  }

  private void drain() {
    int taken;
    do {
      taken = batch.assessNext();
    } while (isRunning() && taken > 0);
  }
}
