package org.bedside.channels.connecting;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Exchanges a code for tokens, RFC 6749 section 4.1.3. Thread-safe. */
@Component
class TokenEndpoint {

  private static final int LONGEST = 16_000;

  private final Asking asking;

  TokenEndpoint(Asking asking) {
    this.asking = asking;
  }

  /**
   * @param code that the person brought back; whatever comes of it, it is used up
   */
  Granted exchange(AuthorizationServer server, Attempt attempt, String code) {
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", attempt.redirect());
    form.put("code_verifier", attempt.verifier());
    form.put("client_id", attempt.client().id());
    Map<String, String> headers = Map.of();
    if (!attempt.client().secret().isEmpty()) {
      if (server.basic()) {
        headers = Map.of("Authorization", "Basic " + pair(attempt.client()));
      } else {
        form.put("client_secret", attempt.client().secret());
      }
    }
    return switch (asking.form(server.token(), headers, form)) {
      case Told.Json(JsonNode json) -> read(json, server, attempt);
      case Told.Refusal refusal -> new Granted.Not(refused(refusal));
      case Told.Nothing(Trouble why) -> new Granted.Not(why);
    };
  }

  private static String pair(Client client) {
    String both =
        AuthorizationServer.encoded(client.id())
            + ":"
            + AuthorizationServer.encoded(client.secret());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static Granted read(JsonNode json, AuthorizationServer server, Attempt attempt) {
    String access = json.path("access_token").stringValue("");
    String refresh = json.path("refresh_token").stringValue("");
    if (access.isBlank() || access.length() > LONGEST || refresh.length() > LONGEST) {
      // Some networks refuse with 200.
      String error = json.path("error").stringValue("");
      return new Granted.Not(
          error.isEmpty()
              ? new Trouble("channels.connect.unreadable", "")
              : refused(new Told.Refusal(200, json)));
    }
    List<String> missing = missing(json.path("scope").stringValue(""), server.scopes());
    if (!missing.isEmpty()) {
      return new Granted.Not(
          new Trouble("channels.connect.too-little", String.join(", ", missing)));
    }
    if (server.refreshes() && refresh.isBlank()) {
      String grantor = Grantor.of(attempt.wish().network()).map(Grantor::name).orElse("");
      return new Granted.Not(new Trouble("channels.connect.no-refresh." + grantor, ""));
    }
    return new Granted.Tokens(access, refresh, json.path("expires_in").asLong(0));
  }

  /** A network that says nothing of scopes granted what was asked for, section 5.1. */
  private static List<String> missing(String granted, List<String> wanted) {
    List<String> given = Arrays.asList(granted.split("[\\s,]+"));
    return granted.isBlank() || given.contains("*")
        ? List.of()
        : wanted.stream().filter(scope -> !given.contains(scope)).toList();
  }

  private static Trouble refused(Told.Refusal refusal) {
    String error = refusal.json().path("error").stringValue("");
    return switch (error) {
      case "invalid_grant" -> new Trouble("channels.connect.code-refused", "");
      case "invalid_client", "unauthorized_client" ->
          new Trouble("channels.connect.client-refused", "");
      default ->
          refusal.status() == 401
              ? new Trouble("channels.connect.client-refused", "")
              : Quote.of(refusal);
    };
  }
}
