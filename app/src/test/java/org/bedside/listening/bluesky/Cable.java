package org.bedside.listening.bluesky;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads to a server on 127.0.0.1 and can be pulled out. */
final class Cable implements AutoCloseable {

  private final ServerSocket door;
  private final int port;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger led = new AtomicInteger();

  Cable(URI to) throws IOException {
    port = to.getPort();
    door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::lead);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  private void lead() {
    try {
      while (true) {
        Socket from = door.accept();
        Socket to = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        led.incrementAndGet();
        open.add(from);
        open.add(to);
        Thread.ofVirtual().start(() -> copy(from, to));
        Thread.ofVirtual().start(() -> copy(to, from));
      }
    } catch (IOException e) {
      pull();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // Pulled, or one side has gone.
    }
  }

  /** How many connections there have been. */
  int connections() {
    return led.get();
  }

  /** Ends all connections at once; new ones are led through again. */
  void pull() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        // It has gone already.
      }
    }
    open.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    pull();
  }
}
