package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Comments as a Reddit account. The API knows no key of ours; the account's own comments are listed
 * to itself even where a filter hides them from others.
 */
@Component
class RedditSender implements Sender {

  private static final Grants GRANTS =
      new Grants(URI.create("https://www.reddit.com/api/v1/access_token"), "/api/v1/access_token");
  private static final Duration BEFORE = Duration.ofMinutes(2);

  @Override
  public Network network() {
    return Network.REDDIT;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return false;
  }

  @Override
  public Outcome send(Job job, Line line) {
    Map<String, String> form =
        Map.of("api_type", "json", "thing_id", job.inReplyTo(), "text", job.text());
    return asking(
        line,
        "/api/comment",
        form,
        json -> {
          JsonNode thing = json.at("/json/data/things/0/data");
          String name = thing.path("name").stringValue("");
          return name.isEmpty()
              ? new Outcome.Unknown("channels.error.unreadable-answer", "")
              : new Outcome.Sent(name, url(thing));
        });
  }

  private static @Nullable URI url(JsonNode thing) {
    String path = thing.path("permalink").stringValue("");
    return path.matches("/r/[\\w/.-]+") ? URI.create("https://www.reddit.com" + path) : null;
  }

  /** Reddit says 200 also to what it refuses. */
  private static Outcome asking(
      Line line, String path, Map<String, String> form, Function<JsonNode, Outcome> done) {
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (line.form(line.at(path), GRANTS.headers(line), form)) {
                  case Said.Ok(JsonNode json) -> {
                    JsonNode error = json.at("/json/errors/0");
                    yield error.isArray() ? refused(error) : done.apply(json);
                  }
                  case Said other -> Meaning.ofWriting(other);
                });
  }

  private static Outcome refused(JsonNode error) {
    String words = Meaning.shorten(error.path(1).stringValue(""));
    return switch (error.path(0).stringValue("")) {
      case "RATELIMIT" -> Meaning.slower(Duration.ofMinutes(10));
      case "DELETED_LINK", "DELETED_COMMENT", "THREAD_LOCKED", "TOO_OLD" ->
          new Outcome.Refused("channels.refused.gone", "");
      default -> new Outcome.Refused("channels.refused.said", words);
    };
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.later(not.get());
    }
    String name = line.account().handle().replaceFirst("^u/", "");
    if (name.isEmpty()) {
      return new Looked.CannotTell();
    }
    String path = "/user/" + Line.encoded(name) + "/comments?sort=new&limit=100&raw_json=1";
    return switch (line.get(path, GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) when json.at("/data/children").isArray() -> find(job, json);
      case Said other -> Meaning.ofLooking(other);
    };
  }

  private static Looked find(Job job, JsonNode json) {
    boolean reachesBack = json.at("/data/after").stringValue("").isEmpty();
    for (JsonNode child : json.at("/data/children")) {
      JsonNode comment = child.path("data");
      if (job.inReplyTo().equals(comment.path("parent_id").stringValue(""))
          && SameWords.in(job.text(), comment.path("body").stringValue(""))) {
        return new Looked.Found(comment.path("name").stringValue(""), url(comment));
      }
      long at = (long) comment.path("created_utc").asDouble(0);
      reachesBack |= at > 0 && at < job.began().minus(BEFORE).getEpochSecond();
    }
    return reachesBack ? new Looked.Absent() : new Looked.CannotTell();
  }

  @Override
  public Outcome edit(Job job, Line line) {
    return asking(
        line,
        "/api/editusertext",
        Map.of("api_type", "json", "thing_id", job.sentId(), "text", job.wanted()),
        json -> new Outcome.Sent(job.sentId(), null));
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return asking(
        line, "/api/del", Map.of("id", job.sentId()), json -> new Outcome.Sent(job.sentId(), null));
  }

  @Override
  public Who who(Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.not(not.get());
    }
    return switch (line.get("/api/v1/me", GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) when json.path("name").isString() ->
          new Who.Known(
              "u/" + json.path("name").stringValue(""), json.path("id").stringValue(""), null);
      case Said other -> Meaning.ofAsking(other);
    };
  }
}
