package org.bedside.channels.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as Reddit does. */
record FakeReddit(FakeNetwork at) {

  @Nullable Object answer(String path, String body) {
    if (path.endsWith("/me")) {
      return Map.of("name", FakeNetwork.HANDLE, "id", FakeNetwork.ACCOUNT);
    }
    Map<String, String> form = FakeNetwork.form(body);
    if (path.equals("/api/del")) {
      at.remove(form.getOrDefault("id", ""));
      return Map.of();
    }
    if (path.equals("/api/comment")) {
      FakeNetwork.Kept one =
          at.keep(form.getOrDefault("thing_id", ""), form.getOrDefault("text", ""));
      return Map.of(
          "json",
          Map.of(
              "errors",
              List.of(),
              "data",
              Map.of("things", List.of(Map.of("kind", "t1", "data", comment(one))))));
    }
    List<Object> children = new ArrayList<>();
    at.kept.stream()
        .filter(one -> one.by().equals(FakeNetwork.ACCOUNT))
        .forEach(one -> children.add(Map.of("kind", "t1", "data", comment(one))));
    return Map.of("data", Map.of("children", children));
  }

  private static Map<String, Object> comment(FakeNetwork.Kept one) {
    return Map.of(
        "name", one.id(),
        "parent_id", one.parent(),
        "body", one.text(),
        "permalink", "/r/larkspur/comments/abc/x/" + one.id().substring(3) + "/",
        "created_utc", one.at().getEpochSecond());
  }
}
