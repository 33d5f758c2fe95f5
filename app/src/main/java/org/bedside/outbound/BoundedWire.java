package org.bedside.outbound;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The reader's end of a wire: pieces wait here, up to a number of bytes. */
final class BoundedWire implements Wire {

  private static final int ROOM = 16 * 1024 * 1024;

  /** So that many tiny pieces don't outgrow the room by what each costs beside its bytes. */
  private static final int OVERHEAD = 64;

  private final LinkedBlockingQueue<Signal> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(ROOM);
  private final Runnable closing;
  private volatile Signal.@Nullable Ended ended;

  /**
   * @param closing ends the connection; called once or more often, by any thread
   */
  BoundedWire(Runnable closing) {
    this.closing = closing;
  }

  /** Waits until there is room. */
  void bring(byte[] bytes) throws InterruptedException {
    room.acquire(cost(bytes));
    waiting.add(new Signal.Message(bytes));
  }

  /** Nothing comes after this; what came before is still read. */
  void end(String code, String detail) {
    waiting.add(new Signal.Ended(code, detail));
  }

  private static int cost(byte[] bytes) {
    return Math.min(ROOM, bytes.length + OVERHEAD);
  }

  @Override
  public Signal next(Duration patience) throws InterruptedException {
    Signal before = ended;
    if (before != null) {
      return before;
    }
    Signal next = waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    return switch (next) {
      case null -> new Signal.Quiet();
      case Signal.Message message -> {
        room.release(cost(message.bytes()));
        yield message;
      }
      case Signal.Quiet quiet -> quiet;
      case Signal.Ended end -> {
        ended = end;
        yield end;
      }
    };
  }

  @Override
  public void close() {
    ended = new Signal.Ended("outbound.closed", "");
    closing.run();
    // Whoever brings something still gets rid of it.
    room.release(ROOM);
  }
}
