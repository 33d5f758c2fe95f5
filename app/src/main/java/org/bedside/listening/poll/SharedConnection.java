package org.bedside.listening.poll;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;

/**
 * One connection, the window of what it brought lately, and those who listen to it. Everything here
 * happens under the lock of {@link SharedConnections}.
 */
final class SharedConnection {

  /** From where on everything is held isn't known yet. */
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final Condition news;
  private final Condition room;
  private final long overlap;
  private final boolean fromNow;
  private final long from;
  private final Map<Long, Piece> window = new HashMap<>();
  private final Set<Listener> listeners = new HashSet<>();

  /** Pieces are numbered as they come; these are the window's first and the one to come. */
  private long first;

  private long next;

  /** After this position, everything that the connection brought is held. */
  private long begin;

  /** How far the connection has come. */
  private long end;

  private long bytes;
  private long silences;
  private boolean closed;
  private @Nullable Future<?> reader;
  private @Nullable Ending ending;

  /**
   * @param news told of what comes
   * @param room told of what isn't held any more or was taken
   * @param from the position that the connection goes on from; below 0 where it begins with now
   * @param overlap how far before it the connection begins
   */
  SharedConnection(Condition news, Condition room, long from, long overlap) {
    this.news = news;
    this.room = room;
    this.overlap = overlap;
    this.fromNow = from < 0;
    this.from = from;
    this.begin = fromNow ? UNKNOWN : from - overlap;
    this.end = from;
  }

  void isReadBy(Future<?> reading) {
    reader = reading;
  }

  /**
   * Whether somebody who has heard everything up to a position misses nothing here: what comes
   * after it, and the overlap before it, is held, and the connection has come as far. Whoever has
   * heard nothing may begin where another one began so.
   */
  boolean covers(long position) {
    if (ending != null) {
      return false;
    }
    return position < 0
        ? fromNow
        : begin != UNKNOWN && position - overlap >= begin && position <= end;
  }

  /** Whether what was missing when the connection began is missing at this position, too. */
  boolean beganAt(long position) {
    return position >= 0 && position <= from + overlap;
  }

  /** The number of the first piece for somebody who has heard everything up to a position. */
  long startFor(long position) {
    long number = first;
    while (number < next && (position < 0 || at(number).position() <= position - overlap)) {
      number++;
    }
    return number;
  }

  /** Whoever comes may be ahead of all others, and then they hold nobody up. */
  void enter(Listener listener) {
    listeners.add(listener);
    room.signalAll();
  }

  /** Whether nobody is left; then the connection is ended and nothing is held any more. */
  boolean leave(Listener listener) {
    listeners.remove(listener);
    if (listeners.isEmpty()) {
      if (reader != null) {
        reader.cancel(true);
      }
      closed = true;
      window.clear();
      first = next;
      bytes = 0;
    }
    room.signalAll();
    return listeners.isEmpty();
  }

  int listeners() {
    return listeners.size();
  }

  boolean isClosed() {
    return closed;
  }

  /** The connection brought something. */
  void append(Piece piece) {
    end = Math.max(end, piece.position());
    if (begin == UNKNOWN && end >= 0) {
      begin = end;
    }
    bytes += piece.bytes();
    window.put(next, piece.reaching(end));
    next++;
    news.signalAll();
  }

  /** It was quiet for a while, but the connection lives. */
  void quiet() {
    silences++;
    news.signalAll();
  }

  void end(Ending how) {
    ending = how;
    news.signalAll();
  }

  /**
   * When the window's first piece came, if the fastest has taken it or the connection has ended, so
   * that it may be dropped; else null.
   */
  @Nullable Instant spare() {
    return first < (ending == null ? fastest() : next) ? at(first).at() : null;
  }

  /** Forgets the window's first piece; whoever hasn't taken it falls out. */
  void drop() {
    Piece gone = Objects.requireNonNull(window.remove(first));
    first++;
    bytes -= gone.bytes();
    begin = begin == UNKNOWN ? UNKNOWN : Math.max(begin, gone.position());
    room.signalAll();
  }

  /** Bytes of the pieces that even the fastest has not taken. */
  long ahead() {
    long ahead = 0;
    for (long number = Math.max(first, fastest()); number < next; number++) {
      ahead += at(number).bytes();
    }
    return ahead;
  }

  private long fastest() {
    return listeners.stream().mapToLong(Listener::number).max().orElse(first);
  }

  Piece at(long number) {
    return Objects.requireNonNull(window.get(number));
  }

  boolean has(long number) {
    return number < next;
  }

  boolean dropped(long number) {
    return number < first;
  }

  long bytes() {
    return bytes;
  }

  long silences() {
    return silences;
  }

  @Nullable Ending ending() {
    return ending;
  }

  /** Signals what comes, and the end. */
  Condition news() {
    return news;
  }

  /** Signals that somebody took a piece, or that one isn't held any more. */
  Condition room() {
    return room;
  }

  /** Somebody took a piece. */
  void taken() {
    room.signalAll();
  }

  /** How a connection ended. */
  sealed interface Ending {

    record Told(Heard.Trouble why) implements Ending {}

    /** By a mistake of ours. */
    record Failed(RuntimeException why) implements Ending {}
  }
}
