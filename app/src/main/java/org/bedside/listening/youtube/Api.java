package org.bedside.listening.youtube;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bedside.listening.connector.Asked;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Json;
import org.bedside.outbound.Limits;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;

/** Asks the Data API with a key. */
final class Api {

  private static final Set<String> SPENT =
      Set.of("quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg");

  /** A key goes to the API and nowhere else. */
  private static final Limits NOWHERE_ELSE =
      new Limits(
          Limits.DEFAULT.connect(),
          Limits.DEFAULT.read(),
          Limits.DEFAULT.total(),
          Limits.DEFAULT.bytes(),
          0,
          2);

  private final Outbound outbound;
  private final String key;

  Api(Outbound outbound, String key) {
    this.outbound = outbound;
    this.key = key;
  }

  sealed interface Answer {}

  /** A list of things. */
  record Page(Json json) implements Answer {}

  record No(Heard.Trouble trouble) implements Answer {}

  /**
   * @param untilMidnight how long to wait where the day's quota is spent
   */
  Answer ask(URI url, Duration untilMidnight) {
    Request request =
        Request.get(url)
            .with("Accept", "application/json")
            .with("X-Goog-Api-Key", key)
            .with(NOWHERE_ELSE);
    return switch (Asked.json(outbound, request, "youtube.unreadable")) {
      case Asked.Got(Json json, _) ->
          json.at("items").isArray() ? new Page(json) : new No(unreadable());
      case Asked.Not not -> new No(refused(not, untilMidnight));
    };
  }

  static Heard.Trouble unreadable() {
    return new Heard.Trouble("youtube.unreadable", "", null);
  }

  private static Heard.Trouble refused(Asked.Not not, Duration untilMidnight) {
    List<Json> errors = not.said().at("error").list("errors");
    String reason = errors.isEmpty() ? "" : errors.getFirst().words("reason");
    if (SPENT.contains(reason)) {
      return new Heard.Trouble("youtube.quota", "", untilMidnight);
    }
    boolean wrongKey =
        reason.equals("keyInvalid")
            || (not.status() == 400
                && not.said().at("error").words("message").contains("API key not valid"));
    if (wrongKey) {
      return new Heard.Trouble("youtube.key", "", null);
    }
    return reason.equals("commentsDisabled")
        ? new Heard.Trouble("youtube.comments-off", "", null)
        : not.trouble();
  }
}
