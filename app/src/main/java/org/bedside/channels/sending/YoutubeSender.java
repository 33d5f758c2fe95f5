package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bedside.channels.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Comments as a YouTube channel. The API knows no key of ours, and a comment that is held for
 * review is in no list: that ours is not listed proves nothing.
 */
@Component
class YoutubeSender implements Sender {

  private static final String API = "/youtube/v3/";
  private static final Grants GRANTS =
      new Grants(URI.create("https://oauth2.googleapis.com/token"), "/token");
  private static final Set<String> SPENT =
      Set.of("quotaExceeded", "dailyLimitExceeded", "rateLimitExceeded");

  @Override
  public Network network() {
    return Network.YOUTUBE;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return false;
  }

  @Override
  public Outcome send(Job job, Line line) {
    return GRANTS.ready(line).orElseGet(() -> insert(job, line));
  }

  private static Outcome insert(Job job, Line line) {
    boolean video = job.inReplyTo().startsWith("video:");
    Object text = Map.of("textOriginal", job.text());
    Map<String, Object> body =
        video
            ? Map.of("snippet", Map.of("videoId", video(job), "topLevelComment", snippet(text)))
            : Map.of("snippet", Map.of("parentId", thread(job), "textOriginal", job.text()));
    String path = API + (video ? "commentThreads" : "comments") + "?part=snippet";
    return switch (line.json("POST", path, GRANTS.headers(line), body)) {
      case Said.Ok(JsonNode json) when json.path("id").isString() ->
          new Outcome.Sent(json.path("id").stringValue(""), null);
      case Said other -> meaning(other);
    };
  }

  private static Map<String, Object> snippet(Object text) {
    return Map.of("snippet", text);
  }

  private static String video(Job job) {
    return job.inReplyTo().substring("video:".length());
  }

  /** Answers to an answer go below the comment that began it all. */
  private static String thread(Job job) {
    int dot = job.inReplyTo().indexOf('.');
    return dot < 0 ? job.inReplyTo() : job.inReplyTo().substring(0, dot);
  }

  private static Outcome meaning(Said said) {
    if (said instanceof Said.No no) {
      String reason = no.json().at("/error/errors/0/reason").stringValue("");
      if (SPENT.contains(reason)) {
        return Meaning.slower(Duration.ofHours(1));
      }
    }
    return Meaning.ofWriting(said);
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.later(not.get());
    }
    boolean video = job.inReplyTo().startsWith("video:");
    String path =
        video
            ? "commentThreads?order=time&videoId=" + Line.encoded(video(job))
            : "comments?parentId=" + Line.encoded(thread(job));
    return switch (line.get(
        API + path + "&part=snippet&textFormat=plainText&maxResults=100", GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) when json.path("items").isArray() -> find(job, line, json, video);
      case Said other -> Meaning.later(meaning(other));
    };
  }

  private static Looked find(Job job, Line line, JsonNode json, boolean video) {
    for (JsonNode item : json.path("items")) {
      JsonNode comment = video ? item.at("/snippet/topLevelComment") : item;
      JsonNode snippet = comment.path("snippet");
      String writer = snippet.at("/authorChannelId/value").stringValue("");
      if (!writer.isEmpty()
          && writer.equals(line.account().id())
          && SameWords.in(job.text(), snippet.path("textDisplay").stringValue(""))) {
        return new Looked.Found(comment.path("id").stringValue(""), null);
      }
    }
    return new Looked.CannotTell();
  }

  @Override
  public Outcome edit(Job job, Line line) {
    Map<String, Object> body =
        Map.of("id", job.sentId(), "snippet", Map.of("textOriginal", job.wanted()));
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (line.json(
                    "PUT", API + "comments?part=snippet", GRANTS.headers(line), body)) {
                  case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
                  case Said other -> meaning(other);
                });
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (line.delete(
                    API + "comments?id=" + Line.encoded(job.sentId()), GRANTS.headers(line))) {
                  case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
                  case Said.No no when no.status() == 404 -> new Outcome.Sent(job.sentId(), null);
                  case Said other -> meaning(other);
                });
  }

  @Override
  public Who who(Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.not(not.get());
    }
    return switch (line.get(API + "channels?part=snippet&mine=true", GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) when json.at("/items/0/id").isString() ->
          new Who.Known(
              json.at("/items/0/snippet/title").stringValue(""),
              json.at("/items/0/id").stringValue(""),
              null);
      case Said other -> Meaning.not(meaning(other));
    };
  }
}
