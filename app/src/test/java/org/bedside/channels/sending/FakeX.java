package org.bedside.channels.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as X does, which is told of a picture and of its description apart. */
record FakeX(FakeNetwork at) {

  @Nullable Object answer(String method, String last, String body) {
    if (last.equals("me")) {
      return Map.of("data", Map.of("id", FakeNetwork.ACCOUNT, "username", FakeNetwork.HANDLE));
    }
    if (method.equals("DELETE")) {
      at.remove(last);
      return Map.of("data", Map.of("deleted", true));
    }
    if (last.equals("upload")) {
      FakeNetwork.Media fresh = new FakeNetwork.Media("m" + at.media.size(), body);
      at.media.add(fresh);
      return Map.of("data", Map.of("id", fresh.id(), "expires_after_secs", 86_400));
    }
    if (last.equals("metadata")) {
      JsonNode json = JsonMapper.shared().readTree(body);
      at.words.put(
          json.path("id").stringValue(""), json.at("/metadata/alt_text/text").stringValue(""));
      return Map.of("data", Map.of("id", json.path("id").stringValue("")));
    }
    if (method.equals("POST")) {
      JsonNode json = JsonMapper.shared().readTree(body);
      List<String> named = new ArrayList<>();
      json.at("/media/media_ids").forEach(id -> named.add(id.stringValue("")));
      FakeNetwork.Kept one =
          at.keep(
              json.at("/reply/in_reply_to_tweet_id").stringValue(""),
              json.path("text").stringValue(""));
      at.pictures.put(one.id(), named);
      return Map.of("data", Map.of("id", one.id(), "text", one.text()));
    }
    return Map.of(
        "data",
        at.kept.stream()
            .filter(one -> one.by().equals(FakeNetwork.ACCOUNT))
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
        Map.of("result_count", at.kept.size()));
  }
}
