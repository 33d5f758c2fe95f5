package org.bedside.channels.connecting;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Asks for JSON, once and without following anybody elsewhere. Thread-safe. */
@Component
class Asking {

  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20), 1 << 20, 0, 1);

  private final Outbound outbound;

  Asking(Outbound outbound) {
    this.outbound = outbound;
  }

  Told get(URI url, String token) {
    return ask("GET", url, Map.of("Authorization", "Bearer " + token), null);
  }

  Told form(URI url, Map<String, String> headers, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(headers);
    all.put("Content-Type", "application/x-www-form-urlencoded");
    return ask("POST", url, all, AuthorizationServer.written(new TreeMap<>(fields)));
  }

  private Told ask(String method, URI url, Map<String, String> headers, @Nullable String body) {
    Request request =
        new Request(method, url, headers, body, LIMITS).with("Accept", "application/json");
    return switch (outbound.send(request)) {
      case Answer.Fetched fetched -> {
        JsonNode json = read(fetched.body().text(StandardCharsets.UTF_8));
        yield json.isObject() ? new Told.Json(json) : new Told.Refusal(fetched.status(), json);
      }
      case Answer.NotModified _ -> new Told.Refusal(304, MissingNode.getInstance());
      case Answer.Refused(String code, String detail) ->
          new Told.Nothing(new Trouble(code, detail));
      case Answer.Failed failed -> failed(failed, url);
    };
  }

  private static Told failed(Answer.Failed failed, URI url) {
    Answer.Said said = failed.said();
    return said == null
        ? new Told.Nothing(new Trouble("channels.connect.unreachable", host(url)))
        : new Told.Refusal(said.status(), read(said.text()));
  }

  static String host(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
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
