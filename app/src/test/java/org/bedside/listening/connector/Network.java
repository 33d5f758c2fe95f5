package org.bedside.listening.connector;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bedside.outbound.WebServer;

/** A network on 127.0.0.1 whose behaviour a test changes at will. */
public final class Network implements AutoCloseable {

  private final WebServer server;
  private volatile WebServer.Page behaviour = exchange -> exchange.sendResponseHeaders(404, -1);

  public Network() throws IOException {
    server = new WebServer();
    server.on("/", exchange -> behaviour.answer(exchange));
  }

  public void behaves(WebServer.Page page) {
    behaviour = page;
  }

  /** Answers every path alike. */
  public void answers(int status, String type, String body) {
    behaves(
        exchange -> WebServer.send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sends the first half of what {@code page} sends, and breaks off. */
  public static WebServer.Page cutShort(WebServer.Page page) {
    return exchange -> {
      byte[] all = Recorded.of(exchange, page).body();
      exchange.sendResponseHeaders(200, all.length);
      exchange.getResponseBody().write(all, 0, all.length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
    };
  }

  public URI url(String path) {
    return server.url(path);
  }

  /** Method and path of each request, oldest first. */
  public List<String> asked() {
    return server.asked;
  }

  @Override
  public void close() {
    server.close();
  }

  /** What a page would send, caught instead of sent. */
  public static final class Recorded {

    private final int status;
    private final String type;
    private final byte[] body;

    private Recorded(int status, String type, byte[] body) {
      this.status = status;
      this.type = type;
      this.body = body;
    }

    public int status() {
      return status;
    }

    public String type() {
      return type;
    }

    public byte[] body() {
      return body.clone();
    }

    public static Recorded of(HttpExchange exchange, WebServer.Page page) throws IOException {
      Caught caught = new Caught(exchange);
      page.answer(caught);
      String type = caught.getResponseHeaders().getFirst("Content-Type");
      return new Recorded(caught.status, type == null ? "" : type, caught.body.toByteArray());
    }
  }

  /** An exchange that keeps the answer to itself; it is asked like the real one. */
  private static final class Caught extends HttpExchange {

    private final HttpExchange real;
    private final com.sun.net.httpserver.Headers headers = new com.sun.net.httpserver.Headers();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    Caught(HttpExchange real) {
      this.real = real;
    }

    @Override
    public com.sun.net.httpserver.Headers getRequestHeaders() {
      return real.getRequestHeaders();
    }

    @Override
    public com.sun.net.httpserver.Headers getResponseHeaders() {
      return headers;
    }

    @Override
    public URI getRequestURI() {
      return real.getRequestURI();
    }

    @Override
    public String getRequestMethod() {
      return real.getRequestMethod();
    }

    @Override
    public com.sun.net.httpserver.HttpContext getHttpContext() {
      return real.getHttpContext();
    }

    @Override
    public void close() {
      // The real one is closed by whoever catches.
    }

    @Override
    public java.io.InputStream getRequestBody() {
      return real.getRequestBody();
    }

    @Override
    public OutputStream getResponseBody() {
      return body;
    }

    @Override
    public void sendResponseHeaders(int code, long length) {
      status = code;
    }

    @Override
    public java.net.InetSocketAddress getRemoteAddress() {
      return real.getRemoteAddress();
    }

    @Override
    public int getResponseCode() {
      return status;
    }

    @Override
    public java.net.InetSocketAddress getLocalAddress() {
      return real.getLocalAddress();
    }

    @Override
    public String getProtocol() {
      return real.getProtocol();
    }

    @Override
    public Object getAttribute(String name) {
      return real.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
      real.setAttribute(name, value);
    }

    @Override
    public void setStreams(java.io.InputStream in, OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public com.sun.net.httpserver.HttpPrincipal getPrincipal() {
      return real.getPrincipal();
    }
  }
}
