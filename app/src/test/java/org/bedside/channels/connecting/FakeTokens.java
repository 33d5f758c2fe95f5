package org.bedside.channels.connecting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.outbound.WebServer;

/**
 * Gives out tokens, RFC 6749 section 4.1.3: for a code that is good once, with the verifier, the
 * same redirect URI and the client's secret where the network wants it.
 */
record FakeTokens(FakeAuthorizationServer at) {

  void token(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    Map<String, String> form =
        FakeAuthorizationServer.form(
            query == null ? FakeAuthorizationServer.body(exchange) : query);
    String instead = at.tokenAnswer;
    if (instead != null) {
      WebServer.send(exchange, 200, "application/json", instead.getBytes(UTF_8));
      return;
    }
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (at.manner == Manner.REDDIT || at.manner == Manner.X) {
      String pair = header == null ? ":" : new String(decoded(header), UTF_8);
      id = FakeAuthorizationServer.decode(pair.substring(0, pair.indexOf(':')));
      secret = FakeAuthorizationServer.decode(pair.substring(pair.indexOf(':') + 1));
    }
    FakeAuthorizationServer.Known client = at.clients.get(id);
    if (client == null || !client.secret().equals(secret)) {
      FakeAuthorizationServer.json(exchange, 401, Map.of("error", "invalid_client"));
      return;
    }
    if (form.getOrDefault("grant_type", "").equals("fb_exchange_token")) {
      boolean known = form.getOrDefault("fb_exchange_token", "").equals("of-a-person");
      FakeAuthorizationServer.json(
          exchange,
          known ? 200 : 400,
          known
              ? Map.of("access_token", "of-a-person-for-long", "expires_in", 5_184_000)
              : Map.of("error", Map.of("message", "Invalid token", "code", 190)));
      return;
    }
    if (form.getOrDefault("grant_type", "").equals("refresh_token")) {
      boolean known = form.getOrDefault("refresh_token", "").equals("lasting");
      FakeAuthorizationServer.json(
          exchange,
          known ? 200 : 400,
          known
              ? Map.of("access_token", "good", "expires_in", 3600)
              : Map.of("error", "invalid_grant"));
      return;
    }
    at.tokenForms.add(form);
    // Good once, whatever comes of it.
    FakeAuthorizationServer.Grant grant = at.codes.remove(form.getOrDefault("code", ""));
    if (grant == null || !answers(grant.asked(), form)) {
      FakeAuthorizationServer.json(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    FakeAuthorizationServer.json(exchange, 200, tokens(grant.asked()));
  }

  private static boolean answers(Map<String, String> asked, Map<String, String> form) {
    return form.getOrDefault("grant_type", "").equals("authorization_code")
        && String.valueOf(asked.get("redirect_uri")).equals(form.get("redirect_uri"))
        && challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
  }

  private Map<String, Object> tokens(Map<String, String> asked) {
    List<String> scopes =
        new ArrayList<>(Arrays.asList(asked.getOrDefault("scope", "").split(" ")));
    scopes.removeAll(at.withheld);
    Map<String, Object> tokens = new TreeMap<>(Map.of("token_type", "Bearer"));
    tokens.put("access_token", at.manner == Manner.META ? "of-a-person" : "good");
    if (at.manner != Manner.META) {
      tokens.put("scope", String.join(" ", scopes));
    }
    boolean lasting =
        switch (at.manner) {
          case MASTODON, META -> false;
          case GOOGLE ->
              "offline".equals(asked.get("access_type")) && "consent".equals(asked.get("prompt"));
          case REDDIT -> "permanent".equals(asked.get("duration"));
          case X -> scopes.contains("offline.access");
        };
    if (lasting && at.refreshes) {
      tokens.put("refresh_token", "lasting");
    }
    if (at.manner != Manner.MASTODON) {
      tokens.put("expires_in", 3600);
    }
    return tokens;
  }

  void accounts(HttpExchange exchange) throws IOException {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known = "Bearer of-a-person-for-long".equals(token);
    FakeAuthorizationServer.json(
        exchange,
        known ? 200 : 400,
        known ? Map.of("data", at.pages) : Map.of("error", Map.of("message", "No", "code", 190)));
  }

  private static byte[] decoded(String header) {
    return Base64.getDecoder().decode(header.replaceFirst("^Basic ", ""));
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
