package org.bedside.assessment;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.listening.Mentions;
import org.bedside.listening.MentionsWaiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Assesses whatever waits. What waits is a row, so nothing is lost when the process dies; the event
 * only wakes the runner sooner than its own look every few seconds would.
 */
@Component
class AssessmentRunner implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(AssessmentRunner.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final Mentions mentions;
  private final AssessmentBatch batch;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  AssessmentRunner(Mentions mentions, AssessmentBatch batch) {
    this.mentions = mentions;
    this.batch = batch;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(MentionsWaiting event) {
    work.release();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofVirtual().name("assessment").start(this::untilStopped);
  }

  @Override
  public void stop() {
    running = false;
    work.release();
    try {
      thread.join(Duration.ofSeconds(8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void untilStopped() {
    while (running) {
      try {
        for (OrganizationId organization : mentions.organizationsWaiting()) {
          CurrentOrganization.run(organization, this::drain);
        }
      } catch (RuntimeException e) {
        log.warn("Assessing stopped for now and will go on by itself: {}", e.toString());
      }
      waitForWork();
    }
  }

  private void drain() {
    int taken;
    do {
      taken = batch.assessNext();
    } while (running && taken > 0);
  }

  private void waitForWork() {
    try {
      if (work.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
