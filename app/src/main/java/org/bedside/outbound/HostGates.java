package org.bedside.outbound;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks no host too often or too much at once. Thread-safe. */
final class HostGates {

  private static final int REMEMBERED = 10_000;

  private final int atOnce;
  private final Duration spacing;
  private final Pauses pauses;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  /**
   * @param atOnce requests to one host
   * @param spacing between the starts of two requests to one host
   */
  HostGates(int atOnce, Duration spacing, Pauses pauses) {
    this.atOnce = atOnce;
    this.spacing = spacing;
    this.pauses = pauses;
  }

  /** Waits for a turn, to be closed after the request; null where none came before the deadline. */
  @Nullable Turn enter(String host, Deadline deadline) throws InterruptedException {
    forgetIdle();
    Gate gate = gates.computeIfAbsent(host, name -> new Gate(new Semaphore(atOnce, true)));
    if (!gate.turns.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
      return null;
    }
    Duration wait = gate.reserve(spacing);
    if (wait.compareTo(deadline.left()) > 0) {
      gate.turns.release();
      return null;
    }
    if (!wait.isZero()) {
      try {
        pauses.pause(wait);
      } catch (InterruptedException e) {
        gate.turns.release();
        throw e;
      }
    }
    return gate.turns::release;
  }

  /** The right to ask a host. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  private void forgetIdle() {
    if (gates.size() > REMEMBERED) {
      gates.values().removeIf(gate -> gate.idle(atOnce));
    }
  }

  private static final class Gate {
    private final Semaphore turns;
    private long next = System.nanoTime();

    private Gate(Semaphore turns) {
      this.turns = turns;
    }

    private synchronized Duration reserve(Duration spacing) {
      long now = System.nanoTime();
      long start = Math.max(now, next);
      next = start + spacing.toNanos();
      return Duration.ofNanos(start - now);
    }

    private synchronized boolean idle(int atOnce) {
      return turns.availablePermits() == atOnce && next < System.nanoTime();
    }
  }
}
