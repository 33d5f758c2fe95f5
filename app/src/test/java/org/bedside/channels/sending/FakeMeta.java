package org.bedside.channels.sending;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as the Graph API does for pages and for Instagram accounts. */
record FakeMeta(FakeNetwork at) {

  @Nullable Object answer(String method, String last, String parent, String body, String words) {
    if (last.equals("me")) {
      return Map.of("id", FakeNetwork.ACCOUNT, "name", "Larkspur");
    }
    if (last.equals(FakeNetwork.ACCOUNT)) {
      return Map.of("id", FakeNetwork.ACCOUNT, "username", FakeNetwork.HANDLE);
    }
    if (method.equals("DELETE")) {
      at.remove(last);
      return Map.of("success", true);
    }
    if (method.equals("POST")) {
      return Map.of("id", at.keep(parent, FakeNetwork.form(body).getOrDefault("message", "")).id());
    }
    if (!last.equals("comments") && !last.equals("replies")) {
      return Map.of("id", last);
    }
    return Map.of(
        "data",
        at.kept.stream()
            .filter(one -> one.parent().equals(parent))
            .map(
                one ->
                    Map.of(
                        "id",
                        one.id(),
                        words,
                        one.text(),
                        "username",
                        one.by().equals(FakeNetwork.ACCOUNT) ? FakeNetwork.HANDLE : one.by(),
                        "from",
                        Map.of("id", one.by())))
            .toList());
  }
}
