package org.bedside.listening.poll;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bedside.listening.connector.PollQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due work every few seconds, or at once when woken. */
@Component
public class Heartbeat implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final Poller poller;
  private final PollQueue queue;
  private final Housekeeping housekeeping;
  private final boolean alone;
  private final Duration every;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  Heartbeat(
      Poller poller,
      PollQueue queue,
      Housekeeping housekeeping,
      @Value("${bedside.database-url:}") String sharedDatabase,
      @Value("${bedside.listening.look-every:5s}") Duration every) {
    this.queue = queue;
    this.housekeeping = housekeeping;
    this.alone = sharedDatabase.isBlank();
    this.poller = poller;
    this.every = every;
  }

  /** Looks now. */
  public void wake() {
    work.release();
  }

  @Override
  public void start() {
    running = true;
    if (alone) {
      // The database that comes with Bedside has one process at a time: after a kill nobody waits
      // for leases of the dead.
      queue.releaseAll();
    }
    thread = Thread.ofVirtual().name("listening").start(this::untilStopped);
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
        poller.askDue();
        housekeeping.clear();
      } catch (RuntimeException e) {
        log.warn("Listening stopped for now and will go on by itself: {}", e.toString());
      }
      try {
        if (work.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      }
    }
  }
}
