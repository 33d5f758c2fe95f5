package org.bedside.listening.meta;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Heard;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.jspecify.annotations.Nullable;

/** Asks the Graph API with a token. */
record Graph(Outbound outbound, String token) {

  private static final int NO_SUCH_OBJECT = 100;
  private static final int OR_NOT_FOR_US = 33;

  Asked ask(String url) {
    Request request =
        Request.get(URI.create(url))
            .with("Authorization", "Bearer " + token)
            .with("Accept", "application/json");
    return Asked.json(outbound, request, "meta.unreadable");
  }

  static String encoded(@Nullable String text) {
    return URLEncoder.encode(text == null ? "" : text, StandardCharsets.UTF_8);
  }

  /**
   * Whether Meta says that there is no such thing. The same is said of what may not be read, so it
   * counts only where something of the same kind can be read.
   */
  static boolean isMissing(Asked.Not not) {
    Long code = not.said().at("error").number("code");
    Long subcode = not.said().at("error").number("error_subcode");
    boolean told = code != null && code == NO_SUCH_OBJECT;
    return told ? subcode != null && subcode == OR_NOT_FOR_US : code == null && not.status() == 404;
  }

  /** By the error codes of the Graph API. */
  static Heard.Trouble refused(Asked.Not not) {
    Long code = not.said().at("error").number("code");
    Duration pause = Usage.pause(not.headers());
    Duration asked = not.trouble().retryAfter();
    Duration wait = asked != null && asked.compareTo(pause) > 0 ? asked : pause;
    int known = code == null || code < 0 || code > 1_000_000 ? 0 : code.intValue();
    if (known == 190 || known == 102 || not.status() == 401) {
      return new Heard.Trouble("meta.sign-in-again", "", null);
    }
    if (known == 4
        || known == 17
        || known == 32
        || known == 613
        || (known >= 80000 && known < 80100)) {
      return new Heard.Trouble(
          "outbound.status-429", "", wait.isZero() ? Duration.ofHours(1) : wait);
    }
    if (known == 3 || known == 10 || (known >= 200 && known < 300)) {
      return new Heard.Trouble("meta.no-permission", "", null);
    }
    return wait.isZero()
        ? not.trouble()
        : new Heard.Trouble(not.trouble().code(), not.trouble().detail(), wait);
  }
}
