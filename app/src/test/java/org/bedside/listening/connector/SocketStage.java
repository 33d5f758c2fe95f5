package org.bedside.listening.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bedside.outbound.WebServer;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** A stage for streams over a WebSocket. */
public final class SocketStage implements Stage {

  private final Server server = new Server();
  private final boolean binary;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Set<WebSocket> open = ConcurrentHashMap.newKeySet();
  private volatile Function<String, List<byte[]>> messages = asked -> List.of();
  private volatile Ending ending = Ending.ENDS;
  private volatile @Nullable WebServer refusing;

  /**
   * @param binary whether messages are sent as bytes rather than as text
   */
  public SocketStage(boolean binary) throws InterruptedException {
    this.binary = binary;
    server.start();
    if (!server.ready.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server did not start");
    }
  }

  @Override
  public URI base() {
    WebServer no = refusing;
    return no == null ? URI.create("ws://127.0.0.1:" + server.getPort()) : no.url("");
  }

  @Override
  public void plays(Function<String, List<byte[]>> those, Ending then) {
    welcome();
    messages = those;
    ending = then;
  }

  /** Sends this to all who are connected now. Nobody connects while {@code this} is locked. */
  public synchronized void tells(byte[] message) {
    open.forEach(socket -> send(socket, message));
  }

  /** Breaks all connections, as if the cable were pulled. */
  public void breaks() {
    open.forEach(socket -> socket.closeConnection(1006, ""));
  }

  /** Waits until so many are connected. */
  public void awaitOpen(int count) throws InterruptedException {
    synchronized (open) {
      while (open.size() != count) {
        open.wait();
      }
    }
  }

  /** A socket is locked by its library meanwhile, so nothing that sends may be waited for here. */
  private void noted(WebSocket socket, boolean isOpen) {
    synchronized (open) {
      if (isOpen ? open.add(socket) : open.remove(socket)) {
        open.notifyAll();
      }
    }
  }

  private synchronized void begin(WebSocket socket, String resource) {
    asked.add(resource);
    for (byte[] message : messages.apply(resource)) {
      send(socket, message);
    }
    noted(socket, true);
    if (!socket.isOpen()) {
      noted(socket, false);
    }
  }

  private void send(WebSocket socket, byte[] message) {
    if (!socket.isOpen()) {
      return;
    }
    try {
      if (binary) {
        socket.send(ByteBuffer.wrap(message));
      } else {
        socket.send(new String(message, StandardCharsets.UTF_8));
      }
    } catch (WebsocketNotConnectedException e) {
      // It left just now, which a network doesn't mind.
    }
  }

  @Override
  public void refuses(int status, Map<String, String> headers) throws IOException {
    welcome();
    WebServer no = new WebServer();
    no.on(
        "/",
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, -1);
        });
    refusing = no;
  }

  private void welcome() {
    WebServer no = refusing;
    refusing = null;
    if (no != null) {
      no.close();
    }
  }

  @Override
  public List<String> asked() {
    return asked;
  }

  @Override
  public void close() {
    welcome();
    try {
      server.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class Server extends WebSocketServer {

    private final CountDownLatch ready = new CountDownLatch(1);

    Server() {
      super(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
      setReuseAddr(true);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      begin(socket, handshake.getResourceDescriptor());
      switch (ending) {
        case ENDS -> socket.close();
        case BREAKS -> socket.sendPing(); // answered when all before it has come
        case STAYS -> {}
      }
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata pong) {
      super.onWebsocketPong(socket, pong);
      if (ending == Ending.BREAKS) {
        socket.closeConnection(1006, "");
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      noted(socket, false);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onError(WebSocket socket, Exception e) {}

    @Override
    public void onStart() {
      ready.countDown();
    }
  }
}
