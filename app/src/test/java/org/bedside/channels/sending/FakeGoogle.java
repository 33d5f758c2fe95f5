package org.bedside.channels.sending;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as Google Business Profile and YouTube do. */
record FakeGoogle(FakeNetwork at) {

  @Nullable Object google(String method, String path, String body) {
    String review = path.replaceFirst(".*/reviews/?", "").replace("/reply", "");
    if (method.equals("PUT")) {
      String text = JsonMapper.shared().readTree(body).path("comment").stringValue("");
      at.kept.removeIf(one -> one.parent().equals(review));
      at.keep(review, text);
      return Map.of("comment", text);
    }
    if (method.equals("DELETE")) {
      at.kept.removeIf(one -> one.parent().equals(review));
      return Map.of();
    }
    if (review.isEmpty()) {
      return Map.of("reviews", List.of());
    }
    Map<String, Object> answer = new TreeMap<>(Map.of("reviewId", review));
    at.kept.stream()
        .filter(one -> one.parent().equals(review))
        .forEach(one -> answer.put("reviewReply", Map.of("comment", one.text())));
    return answer;
  }

  @Nullable Object youtube(HttpExchange exchange, String method, String path, String body) {
    if (path.endsWith("channels")) {
      return Map.of(
          "items",
          List.of(Map.of("id", FakeNetwork.ACCOUNT, "snippet", Map.of("title", "Larkspur"))));
    }
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (method.equals("DELETE")) {
      at.remove(query.replaceFirst(".*id=(\\w+).*", "$1"));
      return Map.of();
    }
    if (method.equals("POST")) {
      JsonNode snippet = JsonMapper.shared().readTree(body).path("snippet");
      FakeNetwork.Kept one =
          at.keep(
              snippet.path("parentId").stringValue(""),
              snippet.path("textOriginal").stringValue(""));
      return Map.of("id", one.id());
    }
    return Map.of(
        "items",
        at.kept.stream()
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
}
