package org.bedside.channels.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bedside.channels.Key;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Signed-in calls to an XRPC server. A sign-in is counted narrowly by the servers, so its tokens
 * are kept from one delivery to the next. An answer that a token is over means that nothing was
 * done.
 */
record BlueskySession(Line line) {

  static final String DID = "did";

  /** Either the answer, or why there could be no question. */
  Said get(String call, String query) {
    return signedIn(() -> line.get("/xrpc/" + call + "?" + query, access()));
  }

  Said post(String call, Map<String, Object> body) {
    return signedIn(() -> line.json("POST", "/xrpc/" + call, access(), body));
  }

  /** Brings the bytes of a picture; the answer names them. */
  Said upload(String mediaType, byte[] content) {
    return signedIn(
        () -> line.bytes("/xrpc/com.atproto.repo.uploadBlob", access(), mediaType, content));
  }

  /** The account's key, once something was asked. */
  String did() {
    return line.keys().get(DID);
  }

  /** One question with the token that is. */
  private interface Asking {
    Said ask();
  }

  private Said signedIn(Asking asking) {
    if (line.keys().get(Keys.ACCESS).isEmpty()) {
      Said refusal = signIn();
      if (refusal != null) {
        return refusal;
      }
    }
    Said answer = asking.ask();
    if (isOver(answer)) {
      Said refusal = refresh();
      if (refusal != null) {
        return refusal;
      }
      answer = asking.ask();
    }
    return answer;
  }

  private Map<String, String> access() {
    return Line.bearer(line.keys().get(Keys.ACCESS));
  }

  private static boolean isOver(Said said) {
    return said instanceof Said.No no
        && (no.status() == 401
            || (no.status() == 400
                && (error(no).equals("ExpiredToken") || error(no).equals("InvalidToken"))));
  }

  private @Nullable Said refresh() {
    String token = line.keys().get(Keys.REFRESH);
    if (!token.isEmpty()) {
      Said answer =
          line.ask(
              "POST", line.at("/xrpc/com.atproto.server.refreshSession"), Line.bearer(token), null);
      if (!isOver(answer)) {
        return keep(answer);
      }
    }
    return signIn();
  }

  /** Null where it succeeded. */
  @Nullable Said signIn() {
    String user = line.keys().get(Key.USER).strip().replaceFirst("^@", "");
    return keep(
        line.json(
            "POST",
            "/xrpc/com.atproto.server.createSession",
            Map.of(),
            Map.of("identifier", user, "password", line.keys().get(Key.APP_PASSWORD).strip())));
  }

  private @Nullable Said keep(Said answer) {
    return switch (answer) {
      case Said.Ok(JsonNode json) -> {
        String access = json.path("accessJwt").stringValue("");
        String did = json.path("did").stringValue("");
        if (access.isEmpty() || did.isEmpty()) {
          yield new Said.Never("channels.error.unreadable-answer", "");
        }
        line.renew(
            line.keys()
                .with(Keys.ACCESS, access)
                .with(Keys.REFRESH, json.path("refreshJwt").stringValue(""))
                .with(DID, did));
        yield null;
      }
      // A sign-in that got lost posts nothing.
      case Said.Lost(String error, String detail) -> new Said.Never(error, detail);
      case Said.No no when no.status() >= 500 ->
          new Said.Never("channels.error.status", Integer.toString(no.status()));
      case Said.No no -> new Said.No(no.status(), no.json(), no.headers(), wait(no));
      case Said.Never never -> never;
    };
  }

  static String error(Said.No no) {
    return no.json().path("error").stringValue("");
  }

  /** As the servers tell it: a time in seconds since 1970. */
  @Nullable Duration wait(Said.No no) {
    String reset = no.headers().first("ratelimit-reset");
    if (no.retryAfter() != null || reset == null || !reset.matches("[0-9]{1,11}")) {
      return no.retryAfter();
    }
    Duration left = Duration.between(line.now(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
