package org.bedside.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A thread of its own that does one round after the other from the server's start to its end. What
 * is to be done are rows, so a round that fails or is broken off loses nothing: the failure goes to
 * the log and the next round begins after the usual rest. Waking and asking are thread-safe; rounds
 * never overlap.
 */
public abstract class Rounds implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Rounds.class);
  private static final Duration LONGEST_END = Duration.ofSeconds(8);

  private final String name;
  private final Duration every;
  private final Semaphore work = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = Thread.currentThread();

  /**
   * @param name of the thread, and of the work in the log
   * @param every how long a rest lasts where nobody wakes it
   */
  protected Rounds(String name, Duration every) {
    this.name = name;
    this.every = every;
  }

  /**
   * Does what there is to do, or a part of it; long work asks {@link #isRunning} in between.
   *
   * @return whether there is more, so that the next round begins without a rest
   */
  protected abstract boolean round() throws InterruptedException;

  /** Ends the rest that is, or the next one. */
  public void wake() {
    work.release();
  }

  @Override
  public void start() {
    running = true;
    Thread fresh = Thread.ofVirtual().name(name).unstarted(this::untilStopped);
    thread = fresh;
    fresh.start();
  }

  /** Waits for the round under way, but not for ever. */
  @Override
  public void stop() {
    running = false;
    work.release();
    try {
      thread.join(LONGEST_END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void untilStopped() {
    try {
      // A thread that outlived its end must not go on beside the next one.
      while (running && thread == Thread.currentThread()) {
        if (!oneRound() && running) {
          rest();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private boolean oneRound() throws InterruptedException {
    try {
      return round();
    } catch (RuntimeException e) {
      log.warn("The work of '{}' stopped for now and will go on by itself: {}", name, e.toString());
      return false;
    }
  }

  private void rest() throws InterruptedException {
    if (work.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
      work.drainPermits();
    }
  }
}
