package org.bedside.listening.bluesky;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed-in calls to an XRPC server. Tokens are kept from one listening to the next: a sign-in is
 * counted narrowly by the servers, and a refresh makes the token it was made with worthless, so
 * that what {@link #renewed} gives must be kept whatever else happens. For one listening; not
 * thread-safe.
 */
final class Session {

  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Outbound outbound;
  private final Clock clock;
  private final URI server;
  private Credential credential;
  private @Nullable Credential renewed;

  Session(Outbound outbound, Clock clock, URI server, Credential credential) {
    this.outbound = outbound;
    this.clock = clock;
    this.server = server;
    this.credential = credential;
  }

  /** What is to be kept from now on; null where nothing has changed. */
  @Nullable Credential renewed() {
    return renewed;
  }

  /** What came of a call. */
  sealed interface Reply {
    record Said(JsonNode body) implements Reply {}

    record Not(Heard.Trouble trouble) implements Reply {}
  }

  /**
   * Asks a query of the server.
   *
   * @param query parameters, encoded
   */
  Reply get(String method, String query) {
    if (!credential.has(Grant.ACCESS_TOKEN)) {
      Heard.Trouble trouble = signIn();
      if (trouble != null) {
        return new Reply.Not(trouble);
      }
    }
    Answer answer = send("GET", method + "?" + query, null, credential.get(Grant.ACCESS_TOKEN));
    if (expired(answer)) {
      Heard.Trouble trouble = refresh();
      if (trouble != null) {
        return new Reply.Not(trouble);
      }
      answer = send("GET", method + "?" + query, null, credential.get(Grant.ACCESS_TOKEN));
    }
    return reply(answer);
  }

  private static boolean expired(Answer answer) {
    return answer instanceof Answer.Failed failed
        && (failed.status() == 401
            || (failed.status() == 400
                && (error(failed).equals("ExpiredToken") || error(failed).equals("InvalidToken"))));
  }

  private Heard.@Nullable Trouble refresh() {
    String token = credential.get(Grant.REFRESH_TOKEN);
    if (!token.isBlank()) {
      Answer answer = send("POST", "com.atproto.server.refreshSession", null, token);
      if (!expired(answer)) {
        return keep(answer);
      }
    }
    return signIn();
  }

  private Heard.@Nullable Trouble signIn() {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "identifier",
                    credential.get(Credential.USER).strip().replaceFirst("^@", ""),
                    "password",
                    credential.get(Credential.PASSWORD)));
    return keep(send("POST", "com.atproto.server.createSession", body, null));
  }

  private Heard.@Nullable Trouble keep(Answer answer) {
    return switch (reply(answer)) {
      case Reply.Not(Heard.Trouble trouble) -> trouble;
      case Reply.Said(JsonNode body) -> {
        String access = Posts.text(body.path("accessJwt"));
        String refresh = Posts.text(body.path("refreshJwt"));
        if (access.isEmpty() || refresh.isEmpty()) {
          yield trouble("unreadable", null);
        }
        credential = credential.with(Grant.ACCESS_TOKEN, access).with(Grant.REFRESH_TOKEN, refresh);
        renewed = credential;
        yield null;
      }
    };
  }

  private Answer send(String verb, String call, @Nullable String body, @Nullable String token) {
    Request request =
        new Request(
            verb,
            URI.create(base() + "/xrpc/" + call),
            Map.of("Accept", "application/json"),
            body,
            Limits.DEFAULT.withBytes(MOST_BYTES));
    if (body != null) {
      request = request.with("Content-Type", "application/json");
    }
    return outbound.send(
        token == null ? request : request.with("Authorization", "Bearer " + token));
  }

  private String base() {
    String all = server.toString();
    int end = all.indexOf("/xrpc");
    String host = end < 0 ? all : all.substring(0, end);
    return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
  }

  private Reply reply(Answer answer) {
    return switch (answer) {
      case Answer.Fetched fetched -> read(fetched);
      case Answer.NotModified _ -> new Reply.Not(trouble("unreadable", null));
      case Answer.Refused(String code, String detail) ->
          new Reply.Not(new Heard.Trouble(code, detail, null));
      case Answer.Failed failed -> new Reply.Not(refused(failed));
    };
  }

  private Reply read(Answer.Fetched fetched) {
    try {
      JsonNode body =
          JsonMapper.shared().readTree(new String(fetched.body().bytes(), StandardCharsets.UTF_8));
      return body.isObject() ? new Reply.Said(body) : new Reply.Not(trouble("unreadable", null));
    } catch (JacksonException e) {
      return new Reply.Not(trouble("unreadable", null));
    }
  }

  private Heard.Trouble refused(Answer.Failed failed) {
    return switch (error(failed)) {
      case "AuthenticationRequired" -> trouble("password-refused", wait(failed));
      case "AuthFactorTokenRequired" -> trouble("needs-code", wait(failed));
      case "AccountTakedown", "AccountDeactivated" -> trouble("account-closed", wait(failed));
      default -> new Heard.Trouble(failed.code(), failed.detail(), wait(failed));
    };
  }

  Heard.Trouble trouble(String what, @Nullable Duration wait) {
    return new Heard.Trouble("bluesky." + what, String.valueOf(server.getHost()), wait);
  }

  /** What the server asks in the usual way, or by its own header: a time in seconds since 1970. */
  private @Nullable Duration wait(Answer.Failed failed) {
    if (failed.retryAfter() != null || failed.said() == null || failed.status() != 429) {
      return failed.retryAfter();
    }
    String reset = failed.said().headers().first("ratelimit-reset");
    if (reset == null || !reset.matches("[0-9]{1,11}")) {
      return null;
    }
    Duration left = Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static String error(Answer.Failed failed) {
    if (failed.said() == null) {
      return "";
    }
    try {
      return Posts.text(JsonMapper.shared().readTree(failed.said().text()).path("error"));
    } catch (JacksonException e) {
      return "";
    }
  }
}
