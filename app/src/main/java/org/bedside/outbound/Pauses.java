package org.bedside.outbound;

import java.time.Duration;

/** Waits. */
@FunctionalInterface
interface Pauses {

  void pause(Duration length) throws InterruptedException;
}
