package org.bedside.bench.server;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * A network that sends posts at a steady pace in the form of Bluesky's Jetstream, from the cursor
 * that a listener gives. Whoever reads too slowly is sent less, never something else.
 */
final class NetworkStream extends WebSocketServer {

  private static final Pattern CURSOR = Pattern.compile("[?&]cursor=(\\d+)");

  /** Posts whose bytes wait to be sent; beyond that the network waits for its reader. */
  private static final int PATIENCE = 64;

  private final StreamedPosts posts;
  private final int perSecond;

  /** When somebody listened first; before that nothing is said. */
  private final AtomicLong begun = new AtomicLong();

  private final CountDownLatch serving = new CountDownLatch(1);
  private final CountDownLatch listened = new CountDownLatch(1);
  private final AtomicLong furthest = new AtomicLong(-1);
  private final AtomicLong held = new AtomicLong();
  private final AtomicInteger connections = new AtomicInteger();

  /** When each matching post was first sent, in nanoseconds, by its number. */
  private final Map<Long, Long> sent = new ConcurrentHashMap<>();

  NetworkStream(StreamedPosts posts, int perSecond) throws InterruptedException {
    super(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1);
    this.posts = posts;
    this.perSecond = perSecond;
    setReuseAddr(true);
    setTcpNoDelay(true);
    setDaemon(true);
    setConnectionLostTimeout(0);
    start();
    if (!serving.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the stream does not serve");
    }
  }

  /** Waits until somebody listens. */
  void awaitListener() throws InterruptedException {
    listened.await();
  }

  /** The number of the newest post that was sent to anybody, or -1. */
  long furthest() {
    return furthest.get();
  }

  /** When a matching post was first sent, in the terms of {@link System#nanoTime}. */
  Map<Long, Long> sent() {
    return sent;
  }

  /** Posts sent a second since somebody listened first. */
  long pace() {
    return furthest.get() * 1_000 / Math.max(1, (System.nanoTime() - begun.get()) / 1_000_000);
  }

  /** Milliseconds in which there was something to send and the reader had no room. */
  long heldMillis() {
    return held.get();
  }

  /** How many connections there have been. */
  int connections() {
    return connections.get();
  }

  /** How many there are now. */
  int open() {
    return (int) getConnections().stream().filter(WebSocket::isOpen).count();
  }

  private long due() {
    long elapsed = System.nanoTime() - begun.get();
    return Math.min(posts.count(), elapsed / 1_000 * perSecond / 1_000_000);
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    connections.incrementAndGet();
    boolean first = begun.compareAndSet(0, System.nanoTime());
    listened.countDown();
    Matcher cursor = CURSOR.matcher(handshake.getResourceDescriptor());
    long now = first ? 0 : due();
    long from = cursor.find() ? posts.after(Long.parseLong(cursor.group(1))) : now;
    Thread.ofPlatform().daemon().start(() -> send(socket, from));
  }

  private void send(WebSocket socket, long from) {
    try {
      long next = from;
      while (socket.isOpen() && next < posts.count()) {
        long due = due();
        while (next < due && socket.isOpen()) {
          if (socket.hasBufferedData() && waiting(socket)) {
            continue;
          }
          if (posts.matches(next)) {
            sent.putIfAbsent(next, System.nanoTime());
          }
          socket.send(posts.json(next));
          furthest.accumulateAndGet(next, Math::max);
          next++;
        }
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (org.java_websocket.exceptions.WebsocketNotConnectedException e) {
      // The reader is gone; it comes again with its cursor.
      socket.close();
    }
  }

  private boolean waiting(WebSocket socket) throws InterruptedException {
    int queued = ((org.java_websocket.WebSocketImpl) socket).outQueue.size();
    if (queued < PATIENCE) {
      return false;
    }
    Thread.sleep(1);
    held.incrementAndGet();
    return true;
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onMessage(WebSocket socket, String message) {}

  @Override
  public void onError(WebSocket socket, Exception e) {}

  @Override
  public void onStart() {
    serving.countDown();
  }
}
