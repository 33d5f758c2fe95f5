package org.bedside.listening.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.outbound.Signal;
import org.bedside.outbound.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream message by message and hands over what it brought, a batch at a time. What is sent
 * again after a reconnection is taken as one batch, so that a post that was written, edited and
 * deleted meanwhile doesn't come to life between two of them.
 */
final class Following {

  /**
   * A transaction costs as much as reading a few hundred posts, so a fast network is cut by time
   * and this only bounds what is held.
   */
  private static final int MOST = 5_000;

  /** What is sent again is no more than seconds of a network; this bounds what a server can do. */
  private static final int MOST_AGAIN = 20_000;

  private static final long LONGEST_NANOS = Duration.ofMillis(150).toNanos();
  private static final long MICROS_OF_AN_HOUR = Duration.ofHours(1).toNanos() / 1000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Wire wire;
  private final Ears ears;
  private final Function<byte[], Frame> reader;
  private final Clock clock;
  private final long known;

  /** How much later than known the first message may be without something being missing. */
  private final long slack;

  private @Nullable Gap gap;
  private boolean begun;
  private final Batch batch = new Batch();
  private long position;
  private long began;

  /**
   * @param cursor the position in it is that up to which everything is stored; what comes with one
   *     that isn't greater is sent again
   * @param slack in positions, where the server is asked for what is known again, so that a first
   *     message that is later shows a gap
   */
  Following(
      Wire wire,
      Ears ears,
      Clock clock,
      @Nullable String cursor,
      long slack,
      Function<byte[], Frame> reader) {
    this.wire = wire;
    this.ears = ears;
    this.clock = clock;
    this.reader = reader;
    this.known = Position.read(cursor);
    this.gap = Position.gap(cursor);
    this.slack = slack;
    this.position = known;
  }

  /** Until the stream ends. */
  Heard.Trouble follow() throws InterruptedException {
    while (true) {
      switch (wire.next(patience())) {
        case Signal.Message message -> {
          Frame frame = reader.apply(message.bytes());
          take(frame);
          if (frame.end() != null) {
            return frame.end();
          }
        }
        case Signal.Quiet _ -> {
          if (batch.isEmpty()) {
            ears.quiet();
          } else {
            handOver();
          }
        }
        case Signal.Ended(String code, String detail) -> {
          handOver();
          return new Heard.Trouble(code, detail, null);
        }
      }
    }
  }

  private void take(Frame frame) throws InterruptedException {
    if (frame.forget()) {
      handOver();
      ears.hear(batch.take(null));
      return;
    }
    compare(frame);
    if (batch.isEmpty()) {
      began = System.nanoTime();
    }
    for (Event event : frame.events()) {
      if (!batch.add(event)) {
        handOver();
        began = System.nanoTime();
        batch.add(event);
      }
    }
    boolean again = frame.position() >= 0 && frame.position() <= known;
    if (frame.position() > position) {
      position = frame.position();
      batch.move();
    }
    if (frame.end() != null
        || batch.size() >= (again ? MOST_AGAIN : MOST)
        || (!again && !batch.isEmpty() && System.nanoTime() - began >= LONGEST_NANOS)) {
      handOver();
    }
  }

  /** Whether the server still had all since we last listened is seen by its first message. */
  private void compare(Frame frame) throws InterruptedException {
    long now = clock.instant().getEpochSecond();
    boolean told = frame.end() != null && frame.end().code().equals(FirehoseReader.OUTDATED);
    if (told) {
      gap = new Gap(now, 0);
    }
    if (begun || frame.position() < 0) {
      return;
    }
    begun = true;
    long missing = frame.position() - known;
    if (known >= 0 && slack > 0 && missing > slack) {
      gap = new Gap(now, Math.ceilDiv(missing, MICROS_OF_AN_HOUR));
    }
    ears.remark(Gap.remarks(gap, clock.instant()));
  }

  private Duration patience() {
    if (batch.isEmpty() || position <= known) {
      return PATIENCE;
    }
    return Duration.ofNanos(Math.max(0, LONGEST_NANOS - (System.nanoTime() - began)));
  }

  private void handOver() throws InterruptedException {
    if (!batch.isEmpty()) {
      ears.hear(batch.take(Position.write(position, gap)));
    }
  }
}
