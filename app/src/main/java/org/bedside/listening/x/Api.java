package org.bedside.listening.x;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.bedside.listening.connector.Allowance;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;

/** Asks the API with the token of an application. */
final class Api {

  static final String TOKEN = "bearer_token";
  static final String UNREADABLE = "x.unreadable";

  private final Outbound outbound;
  private final Clock clock;
  private final URI base;
  private final String token;

  Api(Outbound outbound, Clock clock, URI address, @Nullable Credential credential) {
    this.outbound = outbound;
    this.clock = clock;
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    this.base =
        isX(host)
            ? URI.create("https://api.x.com")
            : URI.create(address.getScheme() + "://" + address.getRawAuthority());
    this.token = credential == null ? "" : credential.get(TOKEN).strip();
  }

  static boolean isX(String host) {
    return host.equals("x.com")
        || host.endsWith(".x.com")
        || host.equals("twitter.com")
        || host.endsWith(".twitter.com");
  }

  Request request(String path) {
    return Request.get(base.resolve(path))
        .with("Accept", "application/json")
        .with("Authorization", "Bearer " + token);
  }

  Asked get(String path) {
    return known(Asked.json(outbound, request(path), UNREADABLE));
  }

  Asked post(String path, String json) {
    Request get = request(path);
    Request post =
        new Request("POST", get.url(), get.headers(), json, Limits.DEFAULT)
            .with("Content-Type", "application/json");
    return known(Asked.json(outbound, post, UNREADABLE));
  }

  private Asked known(Asked answer) {
    return answer instanceof Asked.Not not
        ? new Asked.Not(
            allowance(not.headers()).in(not.trouble(), not.status()),
            not.status(),
            not.headers(),
            not.said())
        : answer;
  }

  Allowance allowance(ResponseHeaders headers) {
    return Allowance.read(headers, "x-rate-limit-", clock);
  }

  static Heard.Trouble unreadable() {
    return new Heard.Trouble(UNREADABLE, "", null);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
