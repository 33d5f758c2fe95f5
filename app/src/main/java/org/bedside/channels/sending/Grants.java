package org.bedside.channels.sending;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bedside.channels.Key;
import tools.jackson.databind.JsonNode;

/**
 * Access tokens for the refresh token that a person gave, RFC 6749 section 6.
 *
 * @param token the network's well-known endpoint
 * @param path of the endpoint where the network is asked elsewhere
 */
record Grants(URI token, String path) {

  private static final Duration EARLY = Duration.ofMinutes(2);
  private static final long LONGEST_SECONDS = 31_536_000;

  /**
   * Sees to it that the line's keys hold an access token that is good for a while.
   *
   * @return why that can't be; empty where it can
   */
  Optional<Outcome> ready(Line line) {
    Optional<Outcome> not = isFresh(line) ? Optional.empty() : renew(line);
    if (not.isEmpty()) {
      line.renewingBy(() -> renew(line).isEmpty());
    }
    return not;
  }

  Map<String, String> headers(Line line) {
    return Line.bearer(line.keys().get(Keys.ACCESS));
  }

  private static boolean isFresh(Line line) {
    try {
      return !line.keys().get(Keys.ACCESS).isEmpty()
          && line.now().plus(EARLY).isBefore(Instant.parse(line.keys().get(Keys.ACCESS_ENDS)));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private Optional<Outcome> renew(Line line) {
    Keys keys = line.keys();
    String kept = keys.get(Keys.REFRESH);
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", kept.isEmpty() ? keys.get(Key.REFRESH_TOKEN) : kept);
    form.put("client_id", keys.get(Key.CLIENT_ID));
    String secret = keys.get(Key.CLIENT_SECRET);
    Map<String, String> headers = Map.of();
    if (!secret.isEmpty()) {
      form.put("client_secret", secret);
      headers = Map.of("Authorization", "Basic " + pair(keys.get(Key.CLIENT_ID), secret));
    }
    return switch (line.form(line.isElsewhere() ? line.at(path) : token, headers, form)) {
      case Said.Ok(JsonNode json) -> kept(line, json);
      case Said.No no when no.status() == 400 || no.status() == 401 ->
          Optional.of(Meaning.signIn());
      case Said other -> Optional.of(Meaning.ofPreparing(other));
    };
  }

  private static Optional<Outcome> kept(Line line, JsonNode json) {
    String access = json.path("access_token").stringValue("");
    if (access.isBlank()) {
      return Optional.of(
          new Outcome.RetryLater(null, "channels.error.unreadable-answer", "", false));
    }
    long seconds = Math.clamp(json.path("expires_in").asLong(3600), 60, LONGEST_SECONDS);
    Keys renewed =
        line.keys()
            .with(Keys.ACCESS, access)
            .with(Keys.ACCESS_ENDS, line.now().plusSeconds(seconds).toString());
    String refresh = json.path("refresh_token").stringValue("");
    line.renew(refresh.isBlank() ? renewed : renewed.with(Keys.REFRESH, refresh));
    return Optional.empty();
  }

  private static String pair(String id, String secret) {
    byte[] both = (Line.encoded(id) + ":" + Line.encoded(secret)).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(both);
  }
}
