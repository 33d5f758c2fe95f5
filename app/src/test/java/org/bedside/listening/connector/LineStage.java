package org.bedside.listening.connector;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.bedside.outbound.WebServer;

/** A stage for streams over HTTP: server-sent events, JSON lines. Messages bring their own ends. */
public final class LineStage implements Stage {

  private final WebServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile WebServer.Page page = exchange -> exchange.sendResponseHeaders(404, -1);

  public LineStage(String type) throws IOException {
    server = new WebServer();
    this.type = type;
    server.on("/", exchange -> page.answer(exchange));
  }

  private final String type;

  /** Answers what begins with this path by itself, whatever the stream does. */
  public LineStage on(String path, WebServer.Page other) {
    server.on(path, other);
    return this;
  }

  /** What the stream does, where a path is answered by hand. */
  public void stream(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    page.answer(exchange);
  }

  @Override
  public URI base() {
    return server.url("");
  }

  @Override
  public void plays(Function<String, List<byte[]>> messages, Ending ending) {
    page =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          for (byte[] message : messages.apply(exchange.getRequestURI().toString())) {
            out.write(message);
            out.flush();
          }
          switch (ending) {
            case ENDS -> out.close();
            // Left without the last chunk, so that the reader knows that something is missing.
            case BREAKS -> throw new IOException("broken off");
            case STAYS -> await();
          }
        };
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void refuses(int status, Map<String, String> headers) {
    page =
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(status, -1);
        };
  }

  @Override
  public List<String> asked() {
    return server.asked.stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
