package org.bedside.channels.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an answer means where a network has no words of its own for it. */
final class Meaning {

  static final Duration SIGN_IN_AGAIN = Duration.ofHours(1);
  private static final Duration RATE = Duration.ofMinutes(5);
  private static final int LONGEST_QUOTE = 200;

  private Meaning() {}

  /** Of a request that would have made, changed or removed something, and did not say it did. */
  static Outcome ofWriting(Said said) {
    return switch (said) {
      case Said.Ok _ -> new Outcome.Unknown("channels.error.unreadable-answer", "");
      case Said.Never(String error, String detail) ->
          new Outcome.RetryLater(null, error, detail, false);
      case Said.Lost(String error, String detail) -> new Outcome.Unknown(error, detail);
      case Said.No no when mayHaveDoneIt(no.status()) ->
          new Outcome.Unknown("channels.error.status", Integer.toString(no.status()));
      case Said.No no -> refusal(no);
    };
  }

  /** Of a request that changes nothing, before anything was asked to change. */
  static Outcome ofPreparing(Said said) {
    return switch (ofWriting(said)) {
      case Outcome.Unknown(String error, String detail) ->
          new Outcome.RetryLater(null, error, detail, false);
      case Outcome other -> other;
    };
  }

  /** Of a question whether something is there that was not answered. */
  static Looked ofLooking(Said said) {
    return later(ofPreparing(said));
  }

  /** Of the question whose account it is. */
  static Who ofAsking(Said said) {
    return not(ofPreparing(said));
  }

  /** Of a question that could not be asked. */
  static Looked later(Outcome outcome) {
    return switch (outcome) {
      case Outcome.RetryLater(var after, String error, String detail, _) ->
          new Looked.Later(after, error, detail);
      case Outcome.Refused(String error, String detail) -> new Looked.Later(null, error, detail);
      case Outcome.Unknown(String error, String detail) -> new Looked.Later(null, error, detail);
      case Outcome.Sent _ -> new Looked.Later(null, "channels.error.unreadable-answer", "");
    };
  }

  /** Of a question whose account it is that could not be asked. */
  static Who not(Outcome outcome) {
    return switch (later(outcome)) {
      case Looked.Later(_, String error, String detail) -> new Who.Not(error, detail);
      case Looked.Found _, Looked.Absent _, Looked.CannotTell _ ->
          new Who.Not("channels.error.unreadable-answer", "");
    };
  }

  static Outcome signIn() {
    return new Outcome.RetryLater(SIGN_IN_AGAIN, "channels.error.sign-in", "", true);
  }

  /** Keys that can't be unsealed open nothing, today as in an hour. */
  static Outcome.RetryLater unreadable() {
    return new Outcome.RetryLater(SIGN_IN_AGAIN, "channels.error.unreadable-keys", "", true);
  }

  static Outcome slower(@Nullable Duration after) {
    return new Outcome.RetryLater(
        after == null || after.isZero() ? RATE : after, "channels.error.rate", "", true);
  }

  private static boolean mayHaveDoneIt(int status) {
    return status >= 500 || status == 408 || status == 409;
  }

  private static Outcome refusal(Said.No no) {
    return switch (no.status()) {
      case 401 -> signIn();
      case 429 -> slower(no.retryAfter());
      case 404, 410 -> new Outcome.Refused("channels.refused.gone", "");
      case 403 -> refused("channels.refused.forbidden", no);
      default -> refused("channels.refused.said", no);
    };
  }

  private static Outcome refused(String error, Said.No no) {
    String quote = quote(no.json());
    return quote.isEmpty()
        ? new Outcome.Refused("channels.refused.status", Integer.toString(no.status()))
        : new Outcome.Refused(error, quote);
  }

  /** A network's own words for its refusal, wherever it puts them; untrusted. */
  static String quote(JsonNode json) {
    for (String path :
        new String[] {"/error/message", "/message", "/detail", "/error_description", "/error"}) {
      String words = json.at(path).stringValue("");
      if (!words.isBlank()) {
        return shorten(words);
      }
    }
    return "";
  }

  static String shorten(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
