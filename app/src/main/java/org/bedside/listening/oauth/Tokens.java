package org.bedside.listening.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches and renews tokens, RFC 6749. Thread-safe; one credential is renewed by one caller at a
 * time, since a source is claimed by one. Never throws for what the network answers.
 */
@Component
public class Tokens {

  /** When the access token ends, which people need not know where it can be renewed. */
  static final String ACCESS_EXPIRES = "access_expires";

  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final int LONGEST_TOKEN = 16_000;

  private final Outbound outbound;
  private final Clock clock;

  Tokens(Outbound outbound, Clock clock) {
    this.outbound = outbound;
    this.clock = clock;
  }

  /** Those that go through this client, for whoever has no application context. */
  public static Tokens through(Outbound outbound, Clock clock) {
    return new Tokens(outbound, clock);
  }

  /**
   * Exchanges the code that a person brought back.
   *
   * @param client holds the client's id and secret; what it holds besides is kept
   * @param verifier of RFC 7636
   * @param redirect the address that the code was brought to
   */
  Fresh exchange(Grant grant, Credential client, String code, String verifier, URI redirect) {
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("code_verifier", verifier);
    form.put("redirect_uri", redirect.toString());
    return fetched(grant.token(), client, form);
  }

  /**
   * The credential as it is where it can be used, or renewed where it is about to end.
   *
   * @param credential holds the client's id and secret beside the tokens
   */
  public Fresh fresh(@Nullable Credential credential, Grant grant) {
    if (credential == null || !credential.has(Grant.ACCESS_TOKEN)) {
      return new Fresh.Worthless(new Heard.Trouble("oauth.not-granted", "", null));
    }
    Instant ends = accessEnds(credential);
    Instant now = clock.instant();
    if (ends == null || now.plus(EARLY).isBefore(ends)) {
      return new Fresh.Usable(credential);
    }
    if (!credential.has(Grant.REFRESH_TOKEN)) {
      return now.isBefore(ends)
          ? new Fresh.Usable(credential)
          : new Fresh.Worthless(new Heard.Trouble("oauth.expired", "", null));
    }
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", credential.get(Grant.REFRESH_TOKEN));
    Fresh renewed = fetched(grant.token(), credential, form);
    boolean still =
        renewed instanceof Fresh.Worthless(Heard.Trouble why)
            && !why.code().startsWith("oauth.")
            && now.isBefore(ends);
    return still ? new Fresh.Usable(credential) : renewed;
  }

  /** Access of the client itself, without any person: RFC 6749 section 4.4. */
  public Fresh own(@Nullable Credential credential, URI token, String scopes) {
    if (credential == null || !credential.has(Grant.CLIENT_ID)) {
      return new Fresh.Worthless(new Heard.Trouble("oauth.no-client", "", null));
    }
    Instant ends = accessEnds(credential);
    boolean usable =
        credential.has(Grant.ACCESS_TOKEN)
            && (ends == null || clock.instant().plus(EARLY).isBefore(ends));
    if (usable) {
      return new Fresh.Usable(credential);
    }
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "client_credentials");
    if (!scopes.isBlank()) {
      form.put("scope", scopes);
    }
    return switch (fetched(token, credential, form)) {
      // Another is to be had at any time, so its end is nothing to be warned of.
      case Fresh.Renewed(Credential renewed) -> new Fresh.Renewed(renewed.until(null));
      case Fresh other -> other;
    };
  }

  /** The client's secret goes where RFC 6749 prefers it, or into the form where networks insist. */
  private Fresh fetched(URI token, Credential client, Map<String, String> form) {
    form.put(Grant.CLIENT_ID, client.get(Grant.CLIENT_ID));
    Request request =
        new Request("POST", token, Map.of(), written(form), Limits.DEFAULT)
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Accept", "application/json");
    if (!client.has(Grant.CLIENT_SECRET)) {
      return read(ask(request), client);
    }
    String id = encoded(client.get(Grant.CLIENT_ID));
    String secret = encoded(client.get(Grant.CLIENT_SECRET));
    Asked answer = ask(request.withBasic(id, secret));
    if (answer instanceof Asked.Not not && wantsSecretInForm(not)) {
      form.put(Grant.CLIENT_SECRET, client.get(Grant.CLIENT_SECRET));
      answer =
          ask(
              new Request(
                  request.method(), token, request.headers(), written(form), request.limits()));
    }
    return read(answer, client);
  }

  private Asked ask(Request request) {
    return Asked.json(outbound, request, "oauth.unreadable");
  }

  private static boolean wantsSecretInForm(Asked.Not not) {
    String error = not.said().words("error");
    return (not.status() == 400 || not.status() == 401)
        && (error.isEmpty() || error.equals("invalid_client") || error.equals("invalid_request"));
  }

  private Fresh read(Asked answer, Credential client) {
    return switch (answer) {
      case Asked.Got got -> renewed(got.json(), client);
      case Asked.Not not -> new Fresh.Worthless(refused(not));
    };
  }

  private static Heard.Trouble refused(Asked.Not not) {
    return switch (not.said().words("error")) {
      case "invalid_grant" -> new Heard.Trouble("oauth.revoked", "", null);
      case "invalid_client", "unauthorized_client" ->
          new Heard.Trouble("oauth.client-refused", "", null);
      default -> not.trouble();
    };
  }

  private Fresh renewed(Json json, Credential client) {
    String access = json.words(Grant.ACCESS_TOKEN);
    if (access.isBlank() || access.length() > LONGEST_TOKEN) {
      return new Fresh.Worthless(new Heard.Trouble("oauth.unreadable", "", null));
    }
    Instant ends = in(json.number("expires_in"));
    String refresh = json.words(Grant.REFRESH_TOKEN);
    Map<String, String> values = new TreeMap<>(client.values());
    values.put(Grant.ACCESS_TOKEN, access);
    // Where none comes, the one that we have stays good.
    if (!refresh.isBlank() && refresh.length() <= LONGEST_TOKEN) {
      values.put(Grant.REFRESH_TOKEN, refresh);
    }
    values.remove(ACCESS_EXPIRES);
    if (ends != null) {
      values.put(ACCESS_EXPIRES, ends.toString());
    }
    boolean renewable = values.containsKey(Grant.REFRESH_TOKEN);
    Instant told = in(json.number("refresh_token_expires_in"));
    Instant kept = refresh.isBlank() ? client.expiresAt() : null;
    Instant over = renewable ? (told == null ? kept : told) : ends;
    return new Fresh.Renewed(new Credential(values, over));
  }

  private @Nullable Instant in(@Nullable Long seconds) {
    return seconds == null || seconds <= 0 || seconds > LONGEST.toSeconds()
        ? null
        : clock.instant().plusSeconds(seconds);
  }

  private static @Nullable Instant accessEnds(Credential credential) {
    try {
      return credential.has(ACCESS_EXPIRES) ? Instant.parse(credential.get(ACCESS_EXPIRES)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static String written(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
