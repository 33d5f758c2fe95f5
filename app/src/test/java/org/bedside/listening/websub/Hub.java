package org.bedside.listening.websub;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bedside.Api;
import org.bedside.outbound.WebServer;

/** A hub over real HTTP: takes what it is asked, confirms and delivers when the test says. */
final class Hub implements AutoCloseable {

  final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final WebServer server = new WebServer();
  private final Api bedside;
  private volatile WebServer.Page answer = exchange -> exchange.sendResponseHeaders(202, -1);

  Hub(Api bedside) throws IOException {
    this.bedside = bedside;
    server.on(
        "/hub",
        exchange -> {
          String form =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add(read(form));
          answer.answer(exchange);
        });
  }

  private static Map<String, String> read(String form) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  URI url() {
    return server.url("/hub");
  }

  /** From now on. */
  void answers(WebServer.Page page) {
    answer = page;
  }

  Map<String, String> last() {
    return asked.getLast();
  }

  /** Where the callback of the last request leads on the test's server. */
  String path() {
    return path(last());
  }

  static String path(Map<String, String> request) {
    return URI.create(request.getOrDefault("hub.callback", "")).getPath();
  }

  /** Asks whether the last request was meant. */
  HttpResponse<String> verify(String lease) {
    return verify(
        path(),
        last().getOrDefault("hub.mode", ""),
        last().getOrDefault("hub.topic", ""),
        "a b+c/ñ",
        lease);
  }

  HttpResponse<String> verify(
      String path, String mode, String topic, String challenge, String lease) {
    return get(
        path,
        Map.of(
            "hub.mode", mode,
            "hub.topic", topic,
            "hub.challenge", challenge,
            "hub.lease_seconds", lease));
  }

  HttpResponse<String> deny(String reason) {
    String topic = last().getOrDefault("hub.topic", "");
    return get(path(), Map.of("hub.mode", "denied", "hub.topic", topic, "hub.reason", reason));
  }

  private HttpResponse<String> get(String path, Map<String, String> query) {
    StringBuilder url = new StringBuilder(path).append('?');
    query.forEach(
        (name, value) ->
            url.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return bedside.get(url.toString());
  }

  /** Delivers to whom the last request named, signed as it asked. */
  HttpResponse<String> deliver(byte[] body) {
    return deliver(path(), body, "X-Hub-Signature", signature("sha256", body));
  }

  HttpResponse<String> deliver(String path, byte[] body, String... headers) {
    return bedside.send(
        bedside
            .request(path)
            .header("Content-Type", "application/rss+xml")
            .headers(headers)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  String signature(String method, byte[] body) {
    return signature(method, body, last().getOrDefault("hub.secret", ""));
  }

  static String signature(String method, byte[] body, String secret) {
    String hmac = "HmacSHA" + method.substring(3);
    return method + "=" + HexFormat.of().formatHex(HubSignature.sign(hmac, body, secret));
  }

  @Override
  public void close() {
    server.close();
  }
}
