package org.bedside.listening.poll;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Ears;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Shareable;
import org.bedside.listening.connector.Target;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of this process for all who listen to the same address. A connection is read in a
 * thread of its own into a window, from which each listener takes at its own pace. Whoever isn't
 * covered by an open window opens another connection, and goes over to an older one as soon as that
 * covers it. Thread-safe.
 */
final class SharedConnections {

  /** The windows of all connections together. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** What is read before even the fastest takes it; then the sender is held up. */
  private static final long MOST_AHEAD = 4L * 1024 * 1024;

  /**
   * The window of whoever is alone at an address. Others may come, and find a minute of an ordinary
   * network; of a flood, what is kept long makes work for the garbage collector.
   */
  private static final long MOST_ALONE = 4L * 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Logger log = LoggerFactory.getLogger(SharedConnections.class);

  private final Clock clock;
  private final ExecutorService threads;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();

  /** Those of each address, the oldest first. */
  private final Map<Address, List<SharedConnection>> open = new HashMap<>();

  SharedConnections(Clock clock, ExecutorService threads) {
    this(clock, threads, MOST_BYTES);
  }

  /**
   * @param mostBytes of all windows together, beside what nobody has taken yet
   */
  SharedConnections(Clock clock, ExecutorService threads, long mostBytes) {
    this.clock = clock;
    this.threads = threads;
    this.mostBytes = mostBytes;
  }

  /**
   * As {@link Shareable#follow}, over a connection to which others may listen as well.
   *
   * @param target without a credential
   */
  Heard.Trouble follow(Shareable connector, Target target, Ears ears) throws InterruptedException {
    Address address = new Address(connector.type(), target.url());
    String cursor = target.cursor();
    Listener listener = join(connector, address, cursor);
    try {
      while (true) {
        switch (listener.next()) {
          case Listener.Next.Posts(List<Heard.Posts> parts) -> {
            for (Heard.Posts part : parts) {
              cursor = connector.carry(cursor, part.cursor(), listener.isSinceItBegan());
              ears.hear(part.upTo(cursor));
            }
            if (listener.isNew()) {
              ears.remark(connector.remarks(cursor));
            }
            listener = goOver(connector, address, cursor, listener);
          }
          case Listener.Next.Quiet _ -> {
            ears.quiet();
            listener = goOver(connector, address, cursor, listener);
          }
          case Listener.Next.Missed _ -> {
            leave(address, listener);
            listener = join(connector, address, cursor);
          }
          case Listener.Next.Ended(SharedConnection.Ending.Told(Heard.Trouble why)) -> {
            return why;
          }
          case Listener.Next.Ended(SharedConnection.Ending.Failed(RuntimeException why)) ->
              throw new IllegalStateException("the stream could not be read", why);
        }
      }
    } finally {
      leave(address, listener);
    }
  }

  /** What the windows of all connections hold together. */
  long bytes() {
    lock.lock();
    try {
      return open.values().stream().flatMap(List::stream).mapToLong(SharedConnection::bytes).sum();
    } finally {
      lock.unlock();
    }
  }

  /** Where the cursor is covered, or else at a connection that begins there. */
  private Listener join(Shareable connector, Address address, @Nullable String cursor) {
    long position = connector.position(cursor);
    lock.lock();
    try {
      List<SharedConnection> connections = open.computeIfAbsent(address, _ -> new ArrayList<>());
      SharedConnection connection =
          connections.stream().filter(one -> one.covers(position)).findFirst().orElse(null);
      if (connection != null) {
        return Listener.in(connection, lock, position, cursor);
      }
      SharedConnection fresh =
          new SharedConnection(
              lock.newCondition(), lock.newCondition(), position, connector.overlap());
      connections.add(fresh);
      fresh.isReadBy(threads.submit(() -> read(connector, address, cursor, fresh)));
      return Listener.in(fresh, lock, position, cursor);
    } finally {
      lock.unlock();
    }
  }

  /**
   * To an older connection that covers the cursor by now. Always to the older one, so that two that
   * cover each other don't change places.
   */
  private Listener goOver(
      Shareable connector, Address address, @Nullable String cursor, Listener before) {
    lock.lock();
    try {
      List<SharedConnection> connections = open.getOrDefault(address, List.of());
      int older = connections.indexOf(before.connection());
      long position = older > 0 ? connector.position(cursor) : -1;
      if (position < 0) {
        return before;
      }
      for (SharedConnection connection : connections.subList(0, older)) {
        if (connection.covers(position)) {
          Listener listener = Listener.in(connection, lock, position, cursor);
          leave(address, before);
          return listener;
        }
      }
      return before;
    } finally {
      lock.unlock();
    }
  }

  private void leave(Address address, Listener listener) {
    lock.lock();
    try {
      List<SharedConnection> connections = open.getOrDefault(address, List.of());
      if (listener.connection().leave(listener)
          && connections.remove(listener.connection())
          && connections.isEmpty()) {
        open.remove(address);
      }
    } finally {
      lock.unlock();
    }
  }

  private void read(
      Shareable connector, Address address, @Nullable String cursor, SharedConnection connection) {
    SharedConnection.Ending ending =
        new SharedConnection.Ending.Told(new Heard.Trouble("outbound.ended", "", null));
    try {
      // What its source remembers of itself is nothing to the others.
      Target target = new Target(address.url(), connector.carry(null, cursor, false), null);
      ending =
          new SharedConnection.Ending.Told(
              connector.follow(target, new Reader(connector, address, connection)));
    } catch (InterruptedException e) {
      log.debug("Nobody listens to {} any more", address.connector());
    } catch (RuntimeException e) {
      ending = new SharedConnection.Ending.Failed(e);
    } finally {
      lock.lock();
      try {
        connection.end(ending);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Under the lock: drops what has been held long enough or takes too much room. */
  private void makeRoom(Address address, SharedConnection connection, long wanted) {
    if (open.getOrDefault(address, List.of()).stream().mapToInt(SharedConnection::listeners).sum()
        <= 1) {
      while (connection.bytes() + wanted > MOST_ALONE && connection.spare() != null) {
        connection.drop();
      }
    }
    makeRoom(wanted);
  }

  private void makeRoom(long wanted) {
    Instant old = clock.instant().minus(LONGEST);
    while (true) {
      SharedConnection longest = null;
      Instant since = Instant.MAX;
      long bytes = wanted;
      for (List<SharedConnection> connections : open.values()) {
        for (SharedConnection connection : connections) {
          Instant spare = connection.spare();
          bytes += connection.bytes();
          if (spare != null && spare.isBefore(since)) {
            longest = connection;
            since = spare;
          }
        }
      }
      if (longest == null || (bytes <= mostBytes && !since.isBefore(old))) {
        return;
      }
      longest.drop();
    }
  }

  /** Appends what a connection brings. */
  private final class Reader implements Ears {

    private final Shareable connector;
    private final Address address;
    private final SharedConnection connection;

    Reader(Shareable connector, Address address, SharedConnection connection) {
      this.connector = connector;
      this.address = address;
      this.connection = connection;
    }

    @Override
    public void hear(Heard.Posts posts) throws InterruptedException {
      Piece piece = Piece.of(posts, connector.position(posts.cursor()), clock.instant());
      lock.lockInterruptibly();
      try {
        while (isListenedTo()
            && connection.ahead() > 0
            && connection.ahead() + piece.bytes() > MOST_AHEAD) {
          connection.room().await();
        }
        makeRoom(address, connection, piece.bytes());
        connection.append(piece);
      } finally {
        lock.unlock();
      }
    }

    /** Each listener is told for itself, by its cursor. */
    @Override
    public void remark(List<Remark> remarks) {}

    @Override
    public void quiet() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        if (isListenedTo()) {
          makeRoom(address, connection, 0);
          connection.quiet();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Whoever was the last to leave interrupts, but that may be lost while connecting. */
    private boolean isListenedTo() throws InterruptedException {
      if (connection.isClosed()) {
        throw new InterruptedException("nobody listens any more");
      }
      return true;
    }
  }

  private record Address(String connector, URI url) {}
}
