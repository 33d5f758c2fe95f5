package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bedside.outbound.WebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a server of the network answers to a signed-in account, as its lexicons describe it. */
final class AppView implements WebServer.Page {

  static final String OURS = "did:plc:our2222222222222222222222";
  static final String ANA = "did:plc:ana2222222222222222222222";

  /** Views by their address. */
  final Map<String, ObjectNode> posts = new LinkedHashMap<>();

  /** Address and reason, newest first. */
  final List<String[]> notifications = new ArrayList<>();

  final List<String> tokensSeen = new ArrayList<>();

  /** Whether somebody before us looks at tokens. */
  boolean trusting;

  int pageSize = 50;
  int signIns;
  int refreshes;
  String access = "access-0";
  String refresh = "refresh-0";
  String password = "abcd-efgh-ijkl-mnop";

  static AppView withTwo() {
    AppView view = new AppView();
    String question = view.post(OURS, "q1", "How was your stay?", "2026-11-22T10:00:00.000Z", "");
    String answer =
        view.post(ANA, "a1", "The nurses were kind", "2026-11-22T11:00:00.000Z", reply(question));
    String mention =
        view.post(ANA, "a2", "@larkspur.test parking?", "2026-11-22T12:00:00.000Z", "");
    view.notifications.add(new String[] {mention, "mention"});
    view.notifications.add(new String[] {answer, "reply"});
    view.notifications.add(new String[] {question, "like"});
    return view;
  }

  static String reply(String parent) {
    return ",'reply':{'root':{'uri':'%1$s','cid':'b'},'parent':{'uri':'%1$s','cid':'b'}}"
        .formatted(parent);
  }

  String post(String did, String key, String text, String time, String more) {
    String uri = "at://" + did + "/app.bsky.feed.post/" + key;
    show(uri, did, did.equals(OURS) ? "larkspur.test" : "ana.test", text, time, more);
    return uri;
  }

  void show(String uri, String did, String handle, String text, String more) {
    show(uri, did, handle, text, "2026-11-22T11:00:00.000Z", more);
  }

  private void show(String uri, String did, String handle, String text, String time, String more) {
    posts.put(
        uri,
        json(
            "{'uri':'%s','cid':'bafy','author':{'did':'%s','handle':'%s','displayName':'A','avatar':'x','viewer':{}},'record':{'$type':'app.bsky.feed.post','langs':['en'],'text':'%s','createdAt':'%s'%s},'replyCount':1,'repostCount':2,'likeCount':3,'quoteCount':4,'indexedAt':'%s','viewer':{},'labels':[]}"
                .formatted(uri, did, handle, text, time, more, time)));
  }

  @Override
  public synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    tokensSeen.add(method + " " + token);
    switch (method) {
      case "com.atproto.server.createSession" -> signIn(exchange);
      case "com.atproto.server.refreshSession" -> refresh(exchange, token);
      default -> {
        if (!trusting && !token.equals("Bearer " + access)) {
          refuse(exchange, 400, "ExpiredToken");
          return;
        }
        List<Map.Entry<String, String>> query = query(exchange);
        switch (method) {
          case "app.bsky.notification.listNotifications" -> send(exchange, list(query));
          case "app.bsky.feed.getPosts" -> send(exchange, some(query));
          case "app.bsky.feed.searchPosts" -> send(exchange, found(query));
          default -> refuse(exchange, 501, "MethodNotImplemented");
        }
      }
    }
  }

  private void signIn(HttpExchange exchange) throws IOException {
    JsonNode body = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
    if (!body.path("password").asString("").equals(password)) {
      refuse(exchange, 401, "AuthenticationRequired");
      return;
    }
    signIns++;
    tokens(exchange);
  }

  private void refresh(HttpExchange exchange, String token) throws IOException {
    if (!token.equals("Bearer " + refresh)) {
      refuse(exchange, 400, "ExpiredToken");
      return;
    }
    refreshes++;
    tokens(exchange);
  }

  private void tokens(HttpExchange exchange) throws IOException {
    access = "access-" + (signIns + refreshes);
    refresh = "refresh-" + (signIns + refreshes);
    send(
        exchange,
        json(
            "{'accessJwt':'%s','refreshJwt':'%s','handle':'larkspur.test','did':'%s','active':true}"
                .formatted(access, refresh, OURS)));
  }

  private ObjectNode list(List<Map.Entry<String, String>> query) {
    int from = from(query);
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode list = answer.putArray("notifications");
    for (String[] each :
        notifications.subList(
            Math.min(from, notifications.size()),
            Math.min(from + pageSize, notifications.size()))) {
      ObjectNode post = posts.get(each[0]);
      ObjectNode entry =
          json(
              "{'uri':'%s','cid':'bafy','reason':'%s','isRead':false,'labels':[],'indexedAt':'%s','author':{'did':'%s','handle':'ana.test'}}"
                  .formatted(
                      each[0],
                      each[1],
                      post == null ? each[2] : post.path("indexedAt").stringValue(),
                      ANA));
      entry.set(
          "record", post == null ? JsonMapper.shared().createObjectNode() : post.get("record"));
      list.add(entry);
    }
    answer.put("priority", false).put("seenAt", "2026-11-22T00:00:00Z");
    if (from + pageSize < notifications.size()) {
      answer.put("cursor", "page-" + (from + pageSize));
    }
    return answer;
  }

  private ObjectNode some(List<Map.Entry<String, String>> query) {
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode list = answer.putArray("posts");
    query.forEach(
        each -> {
          ObjectNode post = posts.get(each.getValue());
          if (each.getKey().equals("uris") && post != null) {
            list.add(post.deepCopy());
          }
        });
    return answer;
  }

  private ObjectNode found(List<Map.Entry<String, String>> query) {
    String words =
        query.stream()
            .filter(each -> each.getKey().equals("q"))
            .findFirst()
            .orElseThrow()
            .getValue();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    ArrayNode list = answer.putArray("posts");
    posts.values().stream()
        .filter(post -> post.path("record").path("text").stringValue().contains(words))
        .forEach(post -> list.add(post.deepCopy()));
    answer.put("hitsTotal", list.size());
    return answer;
  }

  private static int from(List<Map.Entry<String, String>> query) {
    return query.stream()
        .filter(each -> each.getKey().equals("cursor"))
        .map(each -> Integer.parseInt(each.getValue().replace("page-", "")))
        .findFirst()
        .orElse(0);
  }

  private static List<Map.Entry<String, String>> query(HttpExchange exchange) {
    List<Map.Entry<String, String>> query = new ArrayList<>();
    for (String pair : exchange.getRequestURI().getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      query.add(Map.entry(parts[0], URLDecoder.decode(parts[1], UTF_8)));
    }
    return query;
  }

  private static void refuse(HttpExchange exchange, int status, String error) throws IOException {
    WebServer.send(
        exchange,
        status,
        "application/json",
        ("{\"error\":\"" + error + "\",\"message\":\"no\"}").getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, ObjectNode answer) throws IOException {
    WebServer.send(exchange, 200, "application/json", answer.toString().getBytes(UTF_8));
  }

  static ObjectNode json(String json) {
    return (ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
  }
}
