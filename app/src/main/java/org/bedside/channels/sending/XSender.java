package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bedside.channels.Network;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Posts as an X account. The API knows no key of ours; it refuses words that the account posted of
 * late, and lists the account's own posts.
 */
@Component
class XSender implements Sender {

  private static final Grants GRANTS =
      new Grants(URI.create("https://api.x.com/2/oauth2/token"), "/2/oauth2/token");
  private static final Duration BEFORE = Duration.ofMinutes(2);

  @Override
  public Network network() {
    return Network.X;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return false;
  }

  @Override
  public Outcome send(Job job, Line line) {
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (new XPictures(line, GRANTS.headers(line)).of(job)) {
                  case XPictures.Ready.Not(Outcome why) -> why;
                  case XPictures.Ready.Ids(List<String> pictures) -> send(job, pictures, line);
                });
  }

  private static Outcome send(Job job, List<String> pictures, Line line) {
    Map<String, Object> body = new TreeMap<>();
    body.put("text", job.text());
    body.put("reply", Map.of("in_reply_to_tweet_id", job.inReplyTo()));
    if (!pictures.isEmpty()) {
      body.put("media", Map.of("media_ids", pictures));
    }
    return switch (line.json("POST", "/2/tweets", GRANTS.headers(line), body)) {
      case Said.Ok(JsonNode json) when json.at("/data/id").isString() -> {
        String id = json.at("/data/id").stringValue("");
        yield new Outcome.Sent(id, url(id));
      }
      case Said.No no when no.status() == 403 && isDuplicate(no) ->
          // What was posted already may be ours.
          new Outcome.Unknown("channels.error.duplicate", "");
      case Said other -> meaning(line, other);
    };
  }

  private static boolean isDuplicate(Said.No no) {
    return Meaning.quote(no.json()).toLowerCase(Locale.ROOT).contains("duplicate")
        || no.json().path("detail").stringValue("").toLowerCase(Locale.ROOT).contains("duplicate");
  }

  static Outcome meaning(Line line, Said said) {
    return said instanceof Said.No no && no.status() == 429
        ? Meaning.slower(wait(line, no.retryAfter(), no.headers()))
        : Meaning.ofWriting(said);
  }

  /** X tells it as a time in seconds since 1970. */
  private static @Nullable Duration wait(
      Line line, @Nullable Duration asked, ResponseHeaders headers) {
    String reset = headers.first("x-rate-limit-reset");
    if (asked != null || reset == null || !reset.matches("[0-9]{1,11}")) {
      return asked;
    }
    Duration left = Duration.between(line.now(), Instant.ofEpochSecond(Long.parseLong(reset)));
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static URI url(String id) {
    return URI.create("https://x.com/i/status/" + Line.encoded(id));
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.later(not.get());
    }
    if (line.account().id().isEmpty()) {
      return new Looked.CannotTell();
    }
    String path =
        "/2/users/"
            + Line.encoded(line.account().id())
            + "/tweets?max_results=100&tweet.fields=created_at,referenced_tweets&start_time="
            + Line.encoded(
                job.began()
                    .minus(BEFORE)
                    .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                    .toString());
    return switch (line.get(path, GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) -> find(job, json);
      // Many plans may write but not read.
      case Said.No no when no.status() == 403 -> new Looked.CannotTell();
      case Said other -> Meaning.later(meaning(line, other));
    };
  }

  private static Looked find(Job job, JsonNode json) {
    for (JsonNode post : json.path("data")) {
      if (answers(post, job.inReplyTo())
          && SameWords.in(job.text(), post.path("text").stringValue(""))) {
        String id = post.path("id").stringValue("");
        return new Looked.Found(id, url(id));
      }
    }
    boolean all = json.at("/meta/next_token").isMissingNode();
    return all ? new Looked.Absent() : new Looked.CannotTell();
  }

  private static boolean answers(JsonNode post, String other) {
    for (JsonNode reference : post.path("referenced_tweets")) {
      if (reference.path("type").stringValue("").equals("replied_to")
          && reference.path("id").stringValue("").equals(other)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Outcome edit(Job job, Line line) {
    return new Outcome.Refused("channels.refused.no-editing", "");
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (line.delete(
                    "/2/tweets/" + Line.encoded(job.sentId()), GRANTS.headers(line))) {
                  case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
                  case Said.No no when no.status() == 404 -> new Outcome.Sent(job.sentId(), null);
                  case Said other -> meaning(line, other);
                });
  }

  @Override
  public Who who(Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.not(not.get());
    }
    return switch (line.get("/2/users/me", GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) when json.at("/data/id").isString() ->
          new Who.Known(
              "@" + json.at("/data/username").stringValue(""),
              json.at("/data/id").stringValue(""),
              null);
      case Said other -> Meaning.not(meaning(line, other));
    };
  }
}
