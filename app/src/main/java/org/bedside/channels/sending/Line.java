package org.bedside.channels.sending;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Multipart;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Payload;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A line to one network in the name of one account, for one piece of work. Nothing is asked twice
 * by itself, and nothing is begun after the time that the work was taken for. Not thread-safe.
 */
final class Line {

  /** Nothing reached the other side where one of these is what went wrong. */
  private static final Set<String> NEVER_LEFT =
      Set.of(
          "outbound.connection",
          "outbound.host-unknown",
          "outbound.busy",
          "outbound.redirect-nowhere");

  private static final Duration LONGEST = Duration.ofSeconds(25);
  private static final Duration LONGEST_UPLOAD = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Outbound outbound;
  private final Clock clock;
  private final URI base;
  private final Account account;
  private final Instant until;
  private final Consumer<Keys> keep;
  private final Uploads uploads;
  private Keys keys;
  private @Nullable BooleanSupplier renewal;

  /**
   * @param until when somebody else may take over the work
   * @param keep stores keys that the network renewed
   * @param uploads stores what the network calls a picture
   */
  Line(
      Outbound outbound,
      Clock clock,
      Account account,
      Keys keys,
      URI base,
      Instant until,
      Consumer<Keys> keep,
      Uploads uploads) {
    this.outbound = outbound;
    this.clock = clock;
    this.account = account;
    this.keys = keys;
    this.base = base;
    this.until = until;
    this.keep = keep;
    this.uploads = uploads;
  }

  Account account() {
    return account;
  }

  Keys keys() {
    return keys;
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether the network is asked at an address of its own choosing, not at its well-known one. */
  boolean isElsewhere() {
    return account.server() != null;
  }

  /** What to do once where the network says that the access token is over; whether it helped. */
  void renewingBy(BooleanSupplier other) {
    renewal = other;
  }

  /** Stored before anything else is asked. */
  void renew(Keys renewed) {
    keys = renewed;
    keep.accept(renewed);
  }

  URI at(String path) {
    String all = base.toString();
    return URI.create((all.endsWith("/") ? all.substring(0, all.length() - 1) : all) + path);
  }

  Said get(String path, Map<String, String> headers) {
    return ask("GET", at(path), headers, null);
  }

  Said json(String method, String path, Map<String, String> headers, Object body) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", "application/json");
    return ask(method, at(path), all, JsonMapper.shared().writeValueAsString(body));
  }

  /** Bytes as they are; sending them may take longer than sending words. */
  Said bytes(String path, Map<String, String> headers, String mediaType, byte[] content) {
    return upload(path, headers, mediaType, Payload.of(content));
  }

  Said multipart(String path, Map<String, String> headers, Multipart parts) {
    return upload(path, headers, parts.contentType(), parts.payload());
  }

  private Said upload(String path, Map<String, String> headers, String mediaType, Payload payload) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", mediaType);
    return ask("POST", at(path), all, payload, LONGEST_UPLOAD);
  }

  /** Notes, committed before anything else is asked, what the network calls a picture. */
  void uploaded(UUID picture, String networkId) {
    uploads.uploaded(picture, networkId, clock.instant());
  }

  Said form(URI url, Map<String, String> headers, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    return ask("POST", url, all, written(fields));
  }

  Said delete(String path, Map<String, String> headers) {
    return ask("DELETE", at(path), headers, null);
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String written(Map<String, String> fields) {
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  /** A refused token means that nothing was done, so that asking with a new one is asking once. */
  Said ask(String method, URI url, Map<String, String> headers, @Nullable String body) {
    return ask(method, url, headers, body == null ? null : Payload.of(body), LONGEST);
  }

  private Said ask(
      String method,
      URI url,
      Map<String, String> headers,
      @Nullable Payload body,
      Duration longest) {
    Said answer = once(method, url, headers, body, longest);
    BooleanSupplier renew = renewal;
    if (renew == null || !(answer instanceof Said.No no) || no.status() != 401) {
      return answer;
    }
    renewal = null;
    if (!renew.getAsBoolean()) {
      return answer;
    }
    Map<String, String> renewed = new TreeMap<>(headers);
    renewed.putAll(bearer(keys.get(Keys.ACCESS)));
    return once(method, url, renewed, body, longest);
  }

  private Said once(
      String method,
      URI url,
      Map<String, String> headers,
      @Nullable Payload body,
      Duration longest) {
    Duration left = Duration.between(clock.instant(), until);
    if (left.isNegative() || left.isZero()) {
      return new Said.Never("channels.error.slow", "");
    }
    Duration total = left.compareTo(longest) < 0 ? left : longest;
    Limits limits = new Limits(Duration.ofSeconds(10), total, total, MOST_BYTES, 0, 1);
    Request request = new Request(method, url, headers, body, limits);
    return said(outbound.send(request.with("Accept", "application/json")));
  }

  private static Said said(Answer answer) {
    return switch (answer) {
      case Answer.Fetched fetched -> {
        String text = fetched.body().text(StandardCharsets.UTF_8);
        JsonNode json = read(text);
        yield json.isMissingNode() && !text.isBlank()
            ? new Said.Lost("channels.error.unreadable-answer", "")
            : new Said.Ok(json);
      }
      case Answer.NotModified _ -> new Said.Lost("channels.error.unreadable-answer", "");
      case Answer.Refused(String code, String detail) -> new Said.Never(code, detail);
      case Answer.Failed failed -> failed(failed);
    };
  }

  private static Said failed(Answer.Failed failed) {
    Answer.Said said = failed.said();
    if (said != null) {
      return new Said.No(said.status(), read(said.text()), said.headers(), failed.retryAfter());
    }
    return NEVER_LEFT.contains(failed.code())
        ? new Said.Never(failed.code(), failed.detail())
        : new Said.Lost(failed.code(), failed.detail());
  }

  private static JsonNode read(String text) {
    try {
      JsonNode node = JsonMapper.shared().readTree(text);
      return node == null ? MissingNode.getInstance() : node;
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
