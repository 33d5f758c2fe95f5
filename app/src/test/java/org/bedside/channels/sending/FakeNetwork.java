package org.bedside.channels.sending;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
import tools.jackson.databind.JsonNode;
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
  private final Map<String, Kept> byKey = new ConcurrentHashMap<>();
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

  private Kept keep(String parent, String text) {
    return keep(parent, text, ACCOUNT);
  }

  private void remove(String id) {
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
      case MASTODON -> mastodon(exchange, method, path, last, body);
      case GOOGLE_BUSINESS -> google(method, path, body);
      case FACEBOOK -> meta(method, last, parent, body, "message");
      case INSTAGRAM -> meta(method, last, parent, body, "text");
      case YOUTUBE -> youtube(exchange, method, path, body);
      case REDDIT -> reddit(path, body);
      case X -> x(method, last, body);
    };
  }

  private @Nullable Object mastodon(
      HttpExchange exchange, String method, String path, String last, String body) {
    if (last.equals("verify_credentials")) {
      return Map.of("id", ACCOUNT, "acct", HANDLE);
    }
    if (last.equals("instance")) {
      return Map.of("configuration", Map.of("statuses", Map.of("max_characters", 1000)));
    }
    if (path.equals("/api/v1/accounts/" + ACCOUNT + "/statuses")) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      return query.contains("max_id")
          ? List.of()
          : kept.reversed().stream().map(this::status).toList();
    }
    if (method.equals("DELETE")) {
      remove(last);
      return Map.of();
    }
    if (path.equals("/api/v2/media")) {
      Media fresh = new Media("m" + media.size(), body);
      media.add(fresh);
      return medium(fresh.id());
    }
    if (path.startsWith("/api/v1/media/")) {
      boolean taken = pictures.values().stream().anyMatch(ids -> ids.contains(last));
      return taken ? null : medium(last);
    }
    if (method.equals("GET")) {
      return kept.stream()
          .filter(one -> one.id().equals(last))
          .findFirst()
          .map(this::status)
          .orElse(null);
    }
    JsonNode json = JsonMapper.shared().readTree(body);
    String text = json.path("status").stringValue("");
    if (method.equals("PUT")) {
      edits.add(text);
      kept.replaceAll(
          one ->
              one.id().equals(last)
                  ? new Kept(one.id(), one.parent(), text, one.at(), one.by())
                  : one);
      pictures.put(last, named(json));
      return Map.of("id", last);
    }
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    return status(
        byKey.computeIfAbsent(
            key,
            any -> {
              Kept fresh = keep(json.path("in_reply_to_id").stringValue(""), text);
              pictures.put(fresh.id(), named(json));
              return fresh;
            }));
  }

  private Map<String, Object> medium(String id) {
    return preparing ? Map.of("id", id) : Map.of("id", id, "url", "https://social.example/" + id);
  }

  private static List<String> named(JsonNode json) {
    List<String> ids = new ArrayList<>();
    json.path("media_ids").forEach(one -> ids.add(one.stringValue("")));
    return ids;
  }

  private Map<String, Object> status(Kept one) {
    return Map.of(
        "id", one.id(),
        "created_at", one.at().toString(),
        "in_reply_to_id", one.parent(),
        "content", "<p>" + one.text().replace("&", "&amp;") + "</p>",
        "media_attachments",
            pictures.getOrDefault(one.id(), List.of()).stream()
                .map(id -> Map.of("id", id))
                .toList(),
        "url", "https://social.example/@larkspur/" + one.id());
  }

  private @Nullable Object google(String method, String path, String body) {
    String review = path.replaceFirst(".*/reviews/?", "").replace("/reply", "");
    if (method.equals("PUT")) {
      String text = JsonMapper.shared().readTree(body).path("comment").stringValue("");
      kept.removeIf(one -> one.parent().equals(review));
      keep(review, text);
      return Map.of("comment", text);
    }
    if (method.equals("DELETE")) {
      kept.removeIf(one -> one.parent().equals(review));
      return Map.of();
    }
    if (review.isEmpty()) {
      return Map.of("reviews", List.of());
    }
    Map<String, Object> answer = new TreeMap<>(Map.of("reviewId", review));
    kept.stream()
        .filter(one -> one.parent().equals(review))
        .forEach(one -> answer.put("reviewReply", Map.of("comment", one.text())));
    return answer;
  }

  private @Nullable Object meta(
      String method, String last, String parent, String body, String words) {
    if (last.equals("me")) {
      return Map.of("id", ACCOUNT, "name", "Larkspur");
    }
    if (last.equals(ACCOUNT)) {
      return Map.of("id", ACCOUNT, "username", HANDLE);
    }
    if (method.equals("DELETE")) {
      remove(last);
      return Map.of("success", true);
    }
    if (method.equals("POST")) {
      return Map.of("id", keep(parent, form(body).getOrDefault("message", "")).id());
    }
    if (!last.equals("comments") && !last.equals("replies")) {
      return Map.of("id", last);
    }
    return Map.of(
        "data",
        kept.stream()
            .filter(one -> one.parent().equals(parent))
            .map(
                one ->
                    Map.of(
                        "id",
                        one.id(),
                        words,
                        one.text(),
                        "username",
                        one.by().equals(ACCOUNT) ? HANDLE : one.by(),
                        "from",
                        Map.of("id", one.by())))
            .toList());
  }

  private @Nullable Object youtube(HttpExchange exchange, String method, String path, String body) {
    if (path.endsWith("channels")) {
      return Map.of(
          "items", List.of(Map.of("id", ACCOUNT, "snippet", Map.of("title", "Larkspur"))));
    }
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (method.equals("DELETE")) {
      remove(query.replaceFirst(".*id=(\\w+).*", "$1"));
      return Map.of();
    }
    if (method.equals("POST")) {
      JsonNode snippet = JsonMapper.shared().readTree(body).path("snippet");
      Kept one =
          keep(
              snippet.path("parentId").stringValue(""),
              snippet.path("textOriginal").stringValue(""));
      return Map.of("id", one.id());
    }
    return Map.of(
        "items",
        kept.stream()
            .filter(one -> query.contains("parentId=" + one.parent()))
            .map(
                one ->
                    Map.of(
                        "id",
                        one.id(),
                        "snippet",
                        Map.of(
                            "textDisplay",
                            one.text(),
                            "authorChannelId",
                            Map.of("value", one.by()))))
            .toList());
  }

  private @Nullable Object reddit(String path, String body) {
    if (path.endsWith("/me")) {
      return Map.of("name", HANDLE, "id", ACCOUNT);
    }
    Map<String, String> form = form(body);
    if (path.equals("/api/del")) {
      remove(form.getOrDefault("id", ""));
      return Map.of();
    }
    if (path.equals("/api/comment")) {
      Kept one = keep(form.getOrDefault("thing_id", ""), form.getOrDefault("text", ""));
      return Map.of(
          "json",
          Map.of(
              "errors",
              List.of(),
              "data",
              Map.of("things", List.of(Map.of("kind", "t1", "data", comment(one))))));
    }
    List<Object> children = new ArrayList<>();
    kept.stream()
        .filter(one -> one.by().equals(ACCOUNT))
        .forEach(one -> children.add(Map.of("kind", "t1", "data", comment(one))));
    return Map.of("data", Map.of("children", children));
  }

  private static Map<String, Object> comment(Kept one) {
    return Map.of(
        "name", one.id(),
        "parent_id", one.parent(),
        "body", one.text(),
        "permalink", "/r/larkspur/comments/abc/x/" + one.id().substring(3) + "/",
        "created_utc", one.at().getEpochSecond());
  }

  private @Nullable Object x(String method, String last, String body) {
    if (last.equals("me")) {
      return Map.of("data", Map.of("id", ACCOUNT, "username", HANDLE));
    }
    if (method.equals("DELETE")) {
      remove(last);
      return Map.of("data", Map.of("deleted", true));
    }
    if (last.equals("upload")) {
      Media fresh = new Media("m" + media.size(), body);
      media.add(fresh);
      return Map.of("data", Map.of("id", fresh.id(), "expires_after_secs", 86_400));
    }
    if (last.equals("metadata")) {
      JsonNode json = JsonMapper.shared().readTree(body);
      words.put(
          json.path("id").stringValue(""), json.at("/metadata/alt_text/text").stringValue(""));
      return Map.of("data", Map.of("id", json.path("id").stringValue("")));
    }
    if (method.equals("POST")) {
      JsonNode json = JsonMapper.shared().readTree(body);
      List<String> named = new ArrayList<>();
      json.at("/media/media_ids").forEach(id -> named.add(id.stringValue("")));
      Kept one =
          keep(
              json.at("/reply/in_reply_to_tweet_id").stringValue(""),
              json.path("text").stringValue(""));
      pictures.put(one.id(), named);
      return Map.of("data", Map.of("id", one.id(), "text", one.text()));
    }
    return Map.of(
        "data",
        kept.stream()
            .filter(one -> one.by().equals(ACCOUNT))
            .map(
                one ->
                    Map.of(
                        "id",
                        one.id(),
                        "text",
                        one.text().replaceAll("https?://\\S+", "https://t.co/abc"),
                        "referenced_tweets",
                        List.of(Map.of("type", "replied_to", "id", one.parent()))))
            .toList(),
        "meta",
        Map.of("result_count", kept.size()));
  }

  private static Map<String, String> form(String body) {
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
