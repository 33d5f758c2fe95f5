package org.bedside.channels.sending;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as a Mastodon server does, and keeps what it makes of an Idempotency-Key. */
record FakeMastodon(FakeNetwork at) {

  @Nullable Object answer(
      HttpExchange exchange, String method, String path, String last, String body) {
    if (last.equals("verify_credentials")) {
      return Map.of("id", FakeNetwork.ACCOUNT, "acct", FakeNetwork.HANDLE);
    }
    if (last.equals("instance")) {
      return Map.of("configuration", Map.of("statuses", Map.of("max_characters", 1000)));
    }
    if (path.equals("/api/v1/accounts/" + FakeNetwork.ACCOUNT + "/statuses")) {
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      return query.contains("max_id")
          ? List.of()
          : at.kept.reversed().stream().map(this::status).toList();
    }
    if (method.equals("DELETE")) {
      at.remove(last);
      return Map.of();
    }
    if (path.equals("/api/v2/media")) {
      FakeNetwork.Media fresh = new FakeNetwork.Media("m" + at.media.size(), body);
      at.media.add(fresh);
      return medium(fresh.id());
    }
    if (path.startsWith("/api/v1/media/")) {
      boolean taken = at.pictures.values().stream().anyMatch(ids -> ids.contains(last));
      return taken ? null : medium(last);
    }
    if (method.equals("GET")) {
      return at.kept.stream()
          .filter(one -> one.id().equals(last))
          .findFirst()
          .map(this::status)
          .orElse(null);
    }
    JsonNode json = JsonMapper.shared().readTree(body);
    String text = json.path("status").stringValue("");
    if (method.equals("PUT")) {
      at.edits.add(text);
      at.kept.replaceAll(
          one ->
              one.id().equals(last)
                  ? new FakeNetwork.Kept(one.id(), one.parent(), text, one.at(), one.by())
                  : one);
      at.pictures.put(last, named(json));
      return Map.of("id", last);
    }
    String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
    return status(
        at.byKey.computeIfAbsent(
            key,
            any -> {
              FakeNetwork.Kept fresh = at.keep(json.path("in_reply_to_id").stringValue(""), text);
              at.pictures.put(fresh.id(), named(json));
              return fresh;
            }));
  }

  private Map<String, Object> medium(String id) {
    return at.preparing
        ? Map.of("id", id)
        : Map.of("id", id, "url", "https://social.example/" + id);
  }

  private static List<String> named(JsonNode json) {
    List<String> ids = new ArrayList<>();
    json.path("media_ids").forEach(one -> ids.add(one.stringValue("")));
    return ids;
  }

  private Map<String, Object> status(FakeNetwork.Kept one) {
    return Map.of(
        "id", one.id(),
        "created_at", one.at().toString(),
        "in_reply_to_id", one.parent(),
        "content", "<p>" + one.text().replace("&", "&amp;") + "</p>",
        "media_attachments",
            at.pictures.getOrDefault(one.id(), List.of()).stream()
                .map(id -> Map.of("id", id))
                .toList(),
        "url", "https://social.example/@larkspur/" + one.id());
  }
}
