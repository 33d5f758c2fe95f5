package org.bedside.outbound;

import java.time.Duration;

/** The moment at which a request must have ended, on the machine's running clock. */
record Deadline(long nanos) {

  static Deadline in(Duration length) {
    return new Deadline(System.nanoTime() + length.toNanos());
  }

  /** What is left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  boolean passed() {
    return left().isZero();
  }
}
