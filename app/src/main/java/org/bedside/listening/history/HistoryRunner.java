package org.bedside.listening.history;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.rounds.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works runs off, the organizations by turns. What comes in goes first: while posts arrive, it
 * rests four times as long as it works.
 */
@Component
class HistoryRunner extends Rounds {

  private static final Logger log = LoggerFactory.getLogger(HistoryRunner.class);
  private static final int POSTS = 500;
  private static final int GIVES_UP_AFTER = 10;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final long LONGEST_REST = Duration.ofSeconds(2).toNanos();

  private final Passes passes;
  private final Arrivals arrivals;
  private final Map<OrganizationId, Integer> failures = new HashMap<>();

  /** How many posts an organization still takes one by one, since one of them stopped it. */
  private final Map<OrganizationId, Integer> oneByOne = new HashMap<>();

  HistoryRunner(Passes passes, Arrivals arrivals) {
    super("looking back", LOOK_EVERY);
    this.passes = passes;
    this.arrivals = arrivals;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(RunsWaiting event) {
    wake();
  }

  /** A step for each organization; answers whether any had something to do. */
  @Override
  protected boolean round() throws InterruptedException {
    boolean more = false;
    for (OrganizationId organization : passes.waiting()) {
      if (!isRunning()) {
        return false;
      }
      long before = arrivals.soFar();
      long begun = System.nanoTime();
      more |= step(organization);
      long spent = System.nanoTime() - begun;
      if (arrivals.soFar() != before) {
        TimeUnit.NANOSECONDS.sleep(Math.min(4 * spent, LONGEST_REST));
      }
    }
    return more;
  }

  /** A step, or where a post stops it the posts one by one, the one that does left out. */
  boolean step(OrganizationId organization) {
    return CurrentOrganization.<Boolean, RuntimeException>call(
        organization,
        () -> {
          try {
            boolean more = carefully(organization);
            failures.remove(organization);
            return more;
          } catch (PessimisticLockingFailureException e) {
            // Live work holds what is needed here; later.
            return false;
          } catch (RuntimeException e) {
            log.warn("Looking back for {} failed", organization, e);
            return again(organization);
          }
        });
  }

  private boolean carefully(OrganizationId organization) {
    int left = oneByOne.getOrDefault(organization, 0);
    try {
      boolean more = passes.step(left > 0 ? 1 : POSTS);
      oneByOne.put(organization, Math.max(0, left - 1));
      return more;
    } catch (DataAccessException | TransactionException e) {
      throw e;
    } catch (RuntimeException e) {
      log.warn("A stored post of {} can't be looked at", organization, e);
      if (left == 0) {
        oneByOne.put(organization, POSTS);
        return true;
      }
      return passes.leaveOut();
    }
  }

  /** Answers false, so that it is tried again after a rest, until it has failed too often. */
  private boolean again(OrganizationId organization) {
    int times = failures.merge(organization, 1, Integer::sum);
    if (times >= GIVES_UP_AFTER) {
      failures.remove(organization);
      try {
        passes.fail("unexpected");
      } catch (RuntimeException e) {
        log.warn("Looking back for {} can't be ended", organization, e);
      }
    }
    return false;
  }
}
