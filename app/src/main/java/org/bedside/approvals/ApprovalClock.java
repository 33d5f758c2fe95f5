package org.bedside.approvals;

import java.time.Clock;
import java.time.Duration;
import org.bedside.audit.Auditable;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Looks whether a request has expired, somebody is to be reminded, or nobody is left to agree. */
@Component
class ApprovalClock extends Rounds {

  private final Due due;
  private final Requests requests;
  private final Desk desk;
  private final Clock clock;

  ApprovalClock(
      Due due,
      Requests requests,
      Desk desk,
      Clock clock,
      @Value("${bedside.approvals.look-every:30s}") Duration every) {
    super("approvals", every);
    this.due = due;
    this.requests = requests;
    this.desk = desk;
    this.clock = clock;
  }

  /** In the transaction in which people change, what waits for them becomes due; see below. */
  @EventListener(condition = "#deed.action().startsWith('identity.')")
  void peopleChange(Auditable deed) {
    if (isAboutPeople(deed) && CurrentOrganization.find().isPresent()) {
      requests.lookAgain(clock.instant());
    }
  }

  @TransactionalEventListener(condition = "#deed.action().startsWith('identity.')")
  void peopleChanged(Auditable deed) {
    if (isAboutPeople(deed)) {
      wake();
    }
  }

  /** Other roles, or gone; whoever is new is found by the usual look. */
  private static boolean isAboutPeople(Auditable deed) {
    return deed.action().equals("identity.roles-assigned")
        || deed.action().equals("identity.membership-ended");
  }

  @Override
  protected boolean round() {
    for (OrganizationId organization : due.requests(clock.instant())) {
      CurrentOrganization.run(organization, desk::look);
    }
    return false;
  }
}
