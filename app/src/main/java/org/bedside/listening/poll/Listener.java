package org.bedside.listening.poll;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/** One source that listens to a shared connection. One thread takes from it. */
final class Listener {

  private final SharedConnection connection;
  private final Lock lock;
  private final long position;
  private final @Nullable String cursor;

  /** Of the piece to be taken next. */
  private long number;

  private long silences;
  private final boolean atBeginning;
  private boolean fresh = true;

  private Listener(SharedConnection connection, Lock lock, long position, @Nullable String cursor) {
    this.connection = connection;
    this.lock = lock;
    this.position = position;
    this.cursor = cursor;
    this.number = connection.startFor(position);
    this.atBeginning = connection.beganAt(position);
    this.silences = connection.silences();
  }

  /**
   * Begins to listen, under the lock.
   *
   * @param position up to which everything was heard, as {@code cursor} says it
   */
  static Listener in(
      SharedConnection connection, Lock lock, long position, @Nullable String cursor) {
    Listener listener = new Listener(connection, lock, position, cursor);
    connection.enter(listener);
    return listener;
  }

  SharedConnection connection() {
    return connection;
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
        SharedConnection.Ending ending = connection.ending();
        if (connection.dropped(number)) {
          return new Next.Missed();
        }
        if (connection.has(number)) {
          Piece piece = connection.at(number);
          pieces.add(piece.posts());
          reached = piece.position();
          number++;
          connection.taken();
        } else if (ending != null) {
          return new Next.Ended(ending);
        } else if (silences < connection.silences()) {
          silences = connection.silences();
          return new Next.Quiet();
        } else {
          connection.news().await();
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

    record Ended(SharedConnection.Ending how) implements Next {}
  }
}
