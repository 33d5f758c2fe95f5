package org.bedside.listening.websub;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks hubs to push or to stop, WebSub section 5.1; thread-safe. */
@Component
class HubClient {

  /** Asked for; the hub decides. */
  static final Duration LEASE = Duration.ofDays(10);

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20), 64 * 1024, 3, 1);

  private final Outbound outbound;
  private final Limits limits;

  @Autowired
  HubClient(Outbound outbound) {
    this(outbound, LIMITS);
  }

  HubClient(Outbound outbound, Limits limits) {
    this.outbound = outbound;
    this.limits = limits;
  }

  sealed interface Reply {
    record Accepted() implements Reply {}

    /**
     * @param code message key of the sentence that says what happened, with detail as its value
     */
    record Not(String code, String detail, @Nullable Duration retryAfter) implements Reply {}
  }

  Reply ask(Subscriptions.Due due) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", due.ending() ? "unsubscribe" : "subscribe");
    form.put("hub.topic", due.topic().toString());
    form.put("hub.callback", callback(due.base(), due.keys().token()).toString());
    if (!due.ending()) {
      form.put("hub.secret", due.keys().secret());
      form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    }
    Request request =
        new Request("POST", due.hub(), Map.of(), written(form), limits)
            .with("Content-Type", "application/x-www-form-urlencoded");
    return switch (outbound.send(request)) {
      case Answer.Fetched fetched when isAcceptance(fetched) -> new Reply.Accepted();
      case Answer.Fetched _, Answer.NotModified _ -> new Reply.Not("websub.not-a-hub", "", null);
      case Answer.Refused(String code, String detail) -> new Reply.Not(code, detail, null);
      case Answer.Failed failed ->
          failed.status() > 0
              ? new Reply.Not(
                  "websub.status", Integer.toString(failed.status()), failed.retryAfter())
              : new Reply.Not("websub.unreachable", "", failed.retryAfter());
    };
  }

  static URI callback(URI base, String token) {
    return URI.create(base + "/hooks/websub/" + token);
  }

  /** 202 by the Recommendation, 204 by its forerunner; a page in its place is no hub's. */
  private static boolean isAcceptance(Answer.Fetched fetched) {
    return fetched.status() == 202
        || fetched.status() == 204
        || !fetched.headers().mediaType().contains("html");
  }

  private static String written(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
