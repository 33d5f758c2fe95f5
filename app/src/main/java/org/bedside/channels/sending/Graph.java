package org.bedside.channels.sending;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bedside.channels.Key;
import tools.jackson.databind.JsonNode;

/** Asks Meta's Graph API, and knows its error codes. */
record Graph(Line line) {

  private static final String VERSION = "/v23.0/";
  private static final Set<Integer> SIGN_IN = Set.of(102, 190);
  private static final Set<Integer> RATE = Set.of(4, 17, 32, 613);
  private static final Set<Integer> OURSELVES = Set.of(1, 2);
  private static final int NO_SUCH_OBJECT = 100;
  private static final int OR_NOT_FOR_US = 33;

  private Map<String, String> bearer() {
    return Line.bearer(line.keys().get(Key.ACCESS_TOKEN).strip());
  }

  Said get(String path) {
    return line.get(VERSION + path, bearer());
  }

  Said post(String path, String message) {
    return line.form(line.at(VERSION + path), bearer(), Map.of("message", message));
  }

  Outcome remove(Job job) {
    return switch (line.delete(VERSION + Line.encoded(job.sentId()), bearer())) {
      case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
      case Said.No no when isMissing(no) -> new Outcome.Sent(job.sentId(), null);
      case Said other -> ofWriting(other);
    };
  }

  static boolean isMissing(Said.No no) {
    return code(no) == NO_SUCH_OBJECT
        && no.json().at("/error/error_subcode").asInt(0) == OR_NOT_FOR_US;
  }

  static int code(Said.No no) {
    return no.json().at("/error/code").asInt(0);
  }

  static Outcome ofWriting(Said said) {
    if (said instanceof Said.No no) {
      int code = code(no);
      if (SIGN_IN.contains(code)) {
        return Meaning.signIn();
      }
      if (RATE.contains(code) || (code >= 80_000 && code < 80_100)) {
        Duration asked = no.retryAfter();
        return Meaning.slower(asked == null ? Duration.ofHours(1) : asked);
      }
      if (OURSELVES.contains(code)) {
        return new Outcome.Unknown("channels.error.status", Integer.toString(no.status()));
      }
      if (isMissing(no)) {
        return new Outcome.Refused("channels.refused.gone", "");
      }
    }
    return Meaning.ofWriting(said);
  }

  static Looked ofLooking(Said said) {
    return Meaning.later(ofWriting(said));
  }

  static String id(JsonNode json) {
    return json.path("id").asString("");
  }
}
