package org.bedside.listening.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/** Where one source listens in a hall. One thread takes from it. */
final class Seat {

  private final Hall hall;
  private final Lock lock;
  private final long position;
  private final @Nullable String cursor;

  /** Of the piece to be taken next. */
  private long number;

  private long silences;
  private final boolean atBeginning;
  private boolean fresh = true;

  private Seat(Hall hall, Lock lock, long position, @Nullable String cursor) {
    this.hall = hall;
    this.lock = lock;
    this.position = position;
    this.cursor = cursor;
    this.number = hall.startFor(position);
    this.atBeginning = hall.beganAt(position);
    this.silences = hall.silences();
  }

  /**
   * Takes a seat, under the lock.
   *
   * @param position up to which everything was heard, as {@code cursor} says it
   */
  static Seat in(Hall hall, Lock lock, long position, @Nullable String cursor) {
    Seat seat = new Seat(hall, lock, position, cursor);
    hall.enter(seat);
    return seat;
  }

  Hall hall() {
    return hall;
  }

  /** Whether it has listened since the connection began. */
  boolean isSinceItBegan() {
    return atBeginning;
  }

  /** Whether this is the first time that this is asked. */
  boolean isNew() {
    boolean first = fresh;
    fresh = false;
    return first;
  }

  /** Under the lock. */
  long number() {
    return number;
  }

  /**
   * Waits for what comes next. Pieces that end before our position are heard again, and make one
   * with the piece that reaches it.
   */
  Next next() throws InterruptedException {
    List<Heard.Posts> pieces = new ArrayList<>();
    long reached = -1;
    lock.lockInterruptibly();
    try {
      while (reached < position || pieces.isEmpty()) {
        Hall.Ending ending = hall.ending();
        if (hall.dropped(number)) {
          return new Next.Missed();
        }
        if (hall.has(number)) {
          Piece piece = hall.at(number);
          pieces.add(piece.posts());
          reached = piece.position();
          number++;
          hall.taken();
        } else if (ending != null) {
          return new Next.Ended(ending);
        } else if (silences < hall.silences()) {
          silences = hall.silences();
          return new Next.Quiet();
        } else {
          hall.news().await();
        }
      }
    } finally {
      lock.unlock();
    }
    return new Next.Posts(Again.of(pieces, cursor));
  }

  /** What comes next. */
  sealed interface Next {

    /** To be stored one after the other. */
    record Posts(List<Heard.Posts> parts) implements Next {}

    /** Nothing for a while, but the connection lives. */
    record Quiet() implements Next {}

    /** It isn't held any more. */
    record Missed() implements Next {}

    record Ended(Hall.Ending how) implements Next {}
  }
}
