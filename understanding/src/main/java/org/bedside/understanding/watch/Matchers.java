package org.bedside.understanding.watch;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** Keeps the buffers that reading posts needs for the next post. Thread-safe. */
final class Matchers {

  private static final int KEPT = 16;

  /** Buffers that a longer post has filled are left behind, so that they don't stay for ever. */
  private static final int ENORMOUS = 1 << 20;

  private final AtomicReferenceArray<Matcher> waiting = new AtomicReferenceArray<>(KEPT);

  Matcher take() {
    Matcher matcher = waiting.getAndSet(slot(), null);
    return matcher == null ? new Matcher() : matcher;
  }

  void giveBack(Matcher matcher) {
    matcher.clear();
    if (matcher.largest() <= ENORMOUS) {
      waiting.set(slot(), matcher);
    }
  }

  private static int slot() {
    return Math.floorMod(Thread.currentThread().threadId(), KEPT);
  }
}
