package org.bedside.channels.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bedside.channels.Network;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A network that answers as its documentation says, and keeps what it is given. */
public final class FakeNetwork implements AutoCloseable {

  static final String ACCOUNT = "4242";
  static final String HANDLE = "larkspur";

  /** Something that stands there. */
  public record Kept(String id, String parent, String text, Instant at, String by) {}

  /** What the next request that writes is answered with, instead of being done. */
  public record Canned(int status, Map<String, String> headers, String body) {}

  /** A picture that was brought. */
  record Media(String id, String form) {}

  final List<Media> media = new CopyOnWriteArrayList<>();

  /** Which of them are at what stands there, by its id. */
  final Map<String, List<String>> pictures = new ConcurrentHashMap<>();

  /** The one token that is taken; null takes any. */
  public volatile @Nullable String only;

  /** What was said of pictures, by their ids; X is told that apart. */
  final Map<String, String> words = new ConcurrentHashMap<>();

  /** Whether pictures are still being prepared. */
  volatile boolean preparing;

  public final List<Kept> kept = new CopyOnWriteArrayList<>();

  /** The words of every change that was asked for, in order. */
  public final List<String> edits = new CopyOnWriteArrayList<>();

  public final Deque<Canned> canned = new ConcurrentLinkedDeque<>();
  private final Map<String, WebServer.Page> others = new ConcurrentHashMap<>();
  final Map<String, Kept> byKey = new ConcurrentHashMap<>();
  private final Network network;
  private final Clock clock;
  private final WebServer server;
  private int next = 1000;

  public FakeNetwork(Network network, Clock clock) throws IOException {
    this.network = network;
    this.clock = clock;
    this.server = new WebServer().on("/", this::answer);
  }

  public URI url() {
    return server.url("");
  }

  /** Answers there differently from now on. */
  public void on(String path, WebServer.Page page) {
    others.put(path, page);
  }

  /** What it was asked so far, methods and addresses. */
  public List<String> asked() {
    return server.asked;
  }

  public List<String> texts() {
    return kept.stream().map(Kept::text).toList();
  }

  /** Somebody else's, or one that was written by hand. */
  void put(String parent, String text, String by) {
    keep(parent, text, by);
  }

  private synchronized Kept keep(String parent, String text, String by) {
    next++;
    String id = network == Network.REDDIT ? "t1_" + next : Integer.toString(next);
    Kept fresh = new Kept(id, parent, text, clock.instant(), by);
    kept.add(fresh);
    return fresh;
  }

  Kept keep(String parent, String text) {
    return keep(parent, text, ACCOUNT);
  }

  void remove(String id) {
    kept.removeIf(one -> one.id().equals(id));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    WebServer.Page other = others.get(path);
    if (other != null) {
      other.answer(exchange);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    boolean writes = !exchange.getRequestMethod().equals("GET");
    if (path.endsWith("token")) {
      json(
          exchange,
          200,
          Map.of("access_token", "good", "expires_in", 3600, "refresh_token", "another"));
      return;
    }
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (only != null && !path.endsWith("/instance") && !("Bearer " + only).equals(token)) {
      json(exchange, 401, Map.of("error", "The access token is invalid"));
      return;
    }
    Canned instead = writes ? canned.poll() : null;
    if (instead != null) {
      instead.headers().forEach(exchange.getResponseHeaders()::set);
      WebServer.send(
          exchange, instead.status(), "application/json", instead.body().getBytes(UTF_8));
      return;
    }
    Object answer = done(exchange, path, body);
    json(exchange, answer == null ? 404 : 200, answer == null ? Map.of("error", "?") : answer);
  }

  private static void json(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(UTF_8);
    WebServer.send(exchange, status, "application/json", bytes);
  }

  private @Nullable Object done(HttpExchange exchange, String path, String body) {
    String method = exchange.getRequestMethod();
    String last = path.substring(path.lastIndexOf('/') + 1);
    String parent = path.replaceFirst("^/(?:v23\\.0/)?(.*)/[^/]*$", "$1");
    return switch (network) {
      case BLUESKY -> throw new IllegalStateException("the real one is used");
      case MASTODON -> new FakeMastodon(this).answer(exchange, method, path, last, body);
      case GOOGLE_BUSINESS -> new FakeGoogle(this).google(method, path, body);
      case FACEBOOK -> new FakeMeta(this).answer(method, last, parent, body, "message");
      case INSTAGRAM -> new FakeMeta(this).answer(method, last, parent, body, "text");
      case YOUTUBE -> new FakeGoogle(this).youtube(exchange, method, path, body);
      case REDDIT -> new FakeReddit(this).answer(path, body);
      case X -> new FakeX(this).answer(method, last, body);
    };
  }

  static Map<String, String> form(String body) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : body.split("&", -1)) {
      String[] pair = field.split("=", 2);
      if (pair.length == 2) {
        fields.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    server.close();
  }
}
