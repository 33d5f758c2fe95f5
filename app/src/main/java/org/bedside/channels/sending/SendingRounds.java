package org.bedside.channels.sending;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.bedside.audit.Auditable;
import org.bedside.channels.DeliveryChanged;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks whether something is to be sent; a new order wakes it at once. Each account has a thread of
 * its own while something goes out through it, so that a slow network holds up no other.
 */
@Component
class SendingRounds extends Rounds {

  private static final Logger log = LoggerFactory.getLogger(SendingRounds.class);
  private static final int AT_ONCE = 16;

  private final SendingDue due;
  private final Sending sending;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);

  SendingRounds(
      SendingDue due,
      Sending sending,
      Clock clock,
      @Value("${bedside.channels.look-every:5s}") Duration every) {
    super("sending", every);
    this.due = due;
    this.sending = sending;
    this.clock = clock;
  }

  @TransactionalEventListener
  void on(DeliveryChanged event) {
    wake();
  }

  /** What was kept back, or waited for keys, may leave at once. */
  @TransactionalEventListener(
      condition =
          "{'channels.all-released', 'channels.channel-resumed', 'channels.channel-reconnected',"
              + " 'channels.channel-keys-changed'}.contains(#deed.action())")
  void letGo(Auditable deed) {
    wake();
  }

  @Override
  protected boolean round() throws InterruptedException {
    for (OrganizationId organization : due.organizations(clock.instant())) {
      CurrentOrganization.run(organization, sending::tidy);
      while (isRunning()) {
        room.acquire();
        Optional<DeliveryQueue.Claim> claim = claimFor(organization);
        if (claim.isEmpty()) {
          break;
        }
        threads.execute(() -> perform(organization, claim.get()));
      }
    }
    return false;
  }

  /** Whoever gets nothing gives its room back. */
  private Optional<DeliveryQueue.Claim> claimFor(OrganizationId organization) {
    boolean taken = false;
    try {
      Optional<DeliveryQueue.Claim> claim = CurrentOrganization.call(organization, sending::claim);
      taken = claim.isPresent();
      return claim;
    } finally {
      if (!taken) {
        room.release();
      }
    }
  }

  /** What fails here stays taken until its lease ends; then it counts as broken off. */
  private void perform(OrganizationId organization, DeliveryQueue.Claim claim) {
    try {
      CurrentOrganization.run(organization, () -> sending.perform(claim));
    } catch (RuntimeException e) {
      log.warn("Delivery {} broke off: {}", claim.job().id(), e.toString());
    } finally {
      room.release();
      wake();
    }
  }
}
