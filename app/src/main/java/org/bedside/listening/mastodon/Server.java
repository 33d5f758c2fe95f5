package org.bedside.listening.mastodon;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.listening.connector.Allowance;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/** Asks one server. */
final class Server {

  static final String TOKEN = "access_token";
  static final String UNREADABLE = "mastodon.unreadable";

  /** Requests that are left to others who ask from our address. */
  private static final long SPARE = 10;

  private static final Pattern NEXT =
      Pattern.compile("<[^>]{0,2000}[?&]max_id=([^&>]{1,200})[^>]{0,2000}>; ?rel=\"next\"");

  private final Outbound outbound;
  private final Clock clock;
  private final URI base;
  private final String token;

  Server(Outbound outbound, Clock clock, URI base, @Nullable Credential credential) {
    this.outbound = outbound;
    this.clock = clock;
    this.base = base;
    this.token = credential == null ? "" : credential.get(TOKEN);
  }

  /** What asking for posts came to. */
  sealed interface Page {}

  /**
   * @param older the key before which the next older page begins; null where there is none
   * @param pause how long the server wants to be left alone now
   */
  record Statuses(List<Status> statuses, @Nullable String older, Duration pause) implements Page {}

  record Refusal(Heard.Trouble trouble, int status) implements Page {}

  Page page(URI url) {
    return switch (ask(url)) {
      case Asked.Got(Json json, ResponseHeaders headers) -> read(json, headers);
      case Asked.Not not -> refusal(not);
    };
  }

  /** One status by its key. */
  Page one(String id) {
    return switch (ask(base.resolve("/api/v1/statuses/" + encoded(id)))) {
      case Asked.Got(Json json, ResponseHeaders headers) ->
          Status.read(json, base, clock.instant())
              .filter(status -> status.id().equals(id))
              .<Page>map(status -> new Statuses(List.of(status), null, pause(headers)))
              .orElseGet(() -> new Refusal(new Heard.Trouble(UNREADABLE, "", null), 0));
      case Asked.Not not -> refusal(not);
    };
  }

  Asked ask(URI url) {
    return Asked.json(
        outbound, authorized(Request.get(url).with("Accept", "application/json")), UNREADABLE);
  }

  Request authorized(Request request) {
    return token.isBlank() ? request : request.with("Authorization", "Bearer " + token.strip());
  }

  private Page read(Json json, ResponseHeaders headers) {
    List<Status> statuses = new ArrayList<>();
    for (Json item : json.items()) {
      Status.read(item, base, clock.instant()).ifPresent(statuses::add);
    }
    boolean understood = json.isArray() && (json.items().isEmpty() || !statuses.isEmpty());
    return understood
        ? new Statuses(statuses, older(headers, statuses), pause(headers))
        : new Refusal(new Heard.Trouble(UNREADABLE, "", null), 0);
  }

  /** By the Link header; servers without one are asked from the oldest that they gave. */
  private static @Nullable String older(ResponseHeaders headers, List<Status> statuses) {
    String link = headers.first("link");
    Optional<String> oldest =
        statuses.stream().map(Status::id).reduce((a, b) -> Place.isNewer(a, b) ? b : a);
    if (link == null || oldest.isEmpty()) {
      return oldest.orElse(null);
    }
    Matcher next = NEXT.matcher(link.substring(0, Math.min(link.length(), 4_000)));
    return next.find() ? next.group(1) : null;
  }

  private Refusal refusal(Asked.Not not) {
    boolean closed = token.isBlank() && (not.status() == 401 || not.status() == 422);
    if (closed) {
      return new Refusal(
          new Heard.Trouble("mastodon.wants-token", base.getRawAuthority(), null), not.status());
    }
    return new Refusal(allowance(not.headers()).in(not.trouble(), not.status()), not.status());
  }

  private Duration pause(ResponseHeaders headers) {
    return allowance(headers).pause(SPARE);
  }

  private Allowance allowance(ResponseHeaders headers) {
    return Allowance.read(headers, "x-ratelimit-", clock);
  }

  static String encoded(String part) {
    return java.net.URLEncoder.encode(part, java.nio.charset.StandardCharsets.UTF_8)
        .replace("+", "%20");
  }
}
