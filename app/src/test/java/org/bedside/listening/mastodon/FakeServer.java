package org.bedside.listening.mastodon;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.outbound.WebServer;

/**
 * A server with invented people, in the shape that docs.joinmastodon.org documents and that
 * Mastodon 4.6 answered when it was recorded: keys, Link headers, min_id and max_id, several by
 * their keys.
 */
final class FakeServer {

  private static final Comparator<String> KEYS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  final Map<String, String> statuses = new ConcurrentSkipListMap<>(KEYS.reversed());
  final Map<String, String> headers = new TreeMap<>();
  final List<String> stream = new CopyOnWriteArrayList<>();
  boolean oneByOne;
  boolean closed;
  int most = 40;

  /** A status in words that nobody wrote. */
  static String status(String id, String html, String more) {
    return """
    {"id":"%s","created_at":"2026-11-22T17:%s:00.000Z","in_reply_to_id":null,"sensitive":false,
     "spoiler_text":"","visibility":"public","language":"en",
     "uri":"https://social.example/users/ada/statuses/%s",
     "url":"https://social.example/@ada/%s","replies_count":1,"reblogs_count":2,
     "favourites_count":3,"quotes_count":1,"edited_at":null,"content":"%s","reblog":null,
     "account":{"id":"7","username":"ada","acct":"ada","display_name":"Ada","url":"https://social.example/@ada",
       "followers_count":40,"following_count":2},
     "media_attachments":[],"poll":null,"tags":[]%s}
    """
        .formatted(id, minute(id), id, id, html, more);
  }

  private static String minute(String id) {
    return "%02d".formatted(Integer.parseInt(id.substring(Math.max(0, id.length() - 2))) % 60);
  }

  void post(String id, String html) {
    statuses.put(id, status(id, html, ""));
  }

  void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    headers.forEach(exchange.getResponseHeaders()::set);
    boolean token = exchange.getRequestHeaders().containsKey("Authorization");
    if (closed && !token) {
      json(exchange, 401, "{\"error\":\"This method requires an authenticated user\"}");
    } else if (path.startsWith("/api/v1/streaming/")) {
      flow(exchange);
    } else if (path.startsWith("/api/v1/timelines/")
        || (path.endsWith("/statuses") && path.contains("accounts"))) {
      page(exchange);
    } else if (path.equals("/api/v1/statuses") && !oneByOne) {
      Matcher ids = Pattern.compile("id\\[]=([^&]+)").matcher(exchange.getRequestURI().getQuery());
      json(
          exchange,
          200,
          array(
              ids.results()
                  .map(id -> id.group(1))
                  .filter(statuses::containsKey)
                  .map(statuses::get)
                  .toList()));
    } else if (path.startsWith("/api/v1/statuses/")) {
      String one = statuses.get(path.substring("/api/v1/statuses/".length()));
      json(
          exchange,
          one == null ? 404 : 200,
          one == null ? "{\"error\":\"Record not found\"}" : one);
    } else if (path.equals("/api/v1/accounts/lookup")) {
      json(
          exchange,
          200,
          "{\"id\":\"7\",\"username\":\"ada\",\"acct\":\"ada\",\"display_name\":\"Ada\"}");
    } else {
      json(exchange, 404, "{\"error\":\"Not Found\"}");
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String min = parameter(query, "min_id");
    String max = parameter(query, "max_id");
    int limit = Math.min(most, Integer.parseInt(parameter(query, "limit")));
    List<String> ids =
        statuses.keySet().stream()
            .filter(id -> max.isEmpty() || KEYS.compare(id, max) < 0)
            .filter(id -> min.isEmpty() || KEYS.compare(id, min) > 0)
            .toList();
    ids =
        min.isEmpty()
            ? ids.stream().limit(limit).toList()
            : ids.subList(Math.max(0, ids.size() - limit), ids.size());
    if (!ids.isEmpty()) {
      String at = "http://elsewhere.example" + exchange.getRequestURI().getPath();
      exchange
          .getResponseHeaders()
          .set(
              "Link",
              "<"
                  + at
                  + "?limit=40&max_id="
                  + ids.getLast()
                  + ">; rel=\"next\", <"
                  + at
                  + "?limit=40&min_id="
                  + ids.getFirst()
                  + ">; rel=\"prev\"");
    }
    json(exchange, 200, array(ids.stream().map(statuses::get).toList()));
  }

  private void flow(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String part : stream) {
        out.write(part.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }
  }

  static String event(String name, String data) {
    return "event: " + name + "\ndata: " + data.replace("\n", " ") + "\n\n";
  }

  private static String parameter(String query, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    return found.find() ? found.group(1) : "";
  }

  private static String array(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    WebServer.send(
        exchange, status, "application/json; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }
}
