package org.bedside.channels.sending;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Answers reviews of a Google Business Profile. A review has one answer and it is put there, so
 * doing it twice is as good as once; an answer that somebody else wrote is left alone.
 */
@Component
class GoogleSender implements Sender {

  private static final Grants GRANTS =
      new Grants(URI.create("https://oauth2.googleapis.com/token"), "/token");

  @Override
  public Network network() {
    return Network.GOOGLE_BUSINESS;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return true;
  }

  private static String review(Job job, Line line) {
    String id = job.inReplyTo();
    return id.startsWith("accounts/")
        ? "/v4/" + id
        : "/v4/" + place(line) + "/reviews/" + Line.encoded(id);
  }

  private static String place(Line line) {
    return line.keys().get(Key.PLACE).strip().replaceAll("^/?(v4/)?|/?(reviews)?/?$", "");
  }

  @Override
  public Outcome send(Job job, Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return not.get();
    }
    switch (line.get(review(job, line), GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) -> {
        String there = json.at("/reviewReply/comment").stringValue("");
        if (there.strip().equals(job.text().strip())) {
          return new Outcome.Sent(job.inReplyTo(), null);
        }
        if (!there.isBlank()) {
          return new Outcome.Refused("channels.refused.answered", "");
        }
      }
      case Said other -> {
        return Meaning.ofPreparing(other);
      }
    }
    return put(job, job.text(), line);
  }

  private static Outcome put(Job job, String text, Line line) {
    String path = review(job, line) + "/reply";
    return switch (line.json("PUT", path, GRANTS.headers(line), Map.of("comment", text))) {
      case Said.Ok _ -> new Outcome.Sent(job.inReplyTo(), null);
      case Said other -> Meaning.ofWriting(other);
    };
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.later(not.get());
    }
    return switch (line.get(review(job, line), GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) ->
          json.at("/reviewReply/comment").stringValue("").strip().equals(job.text().strip())
              ? new Looked.Found(job.inReplyTo(), null)
              : new Looked.Absent();
      case Said other -> Meaning.ofLooking(other);
    };
  }

  @Override
  public Outcome edit(Job job, Line line) {
    return GRANTS.ready(line).orElseGet(() -> replace(job, line));
  }

  /** Only what we put there, for whatever somebody else put there since would be gone. */
  private static Outcome replace(Job job, Line line) {
    return switch (line.get(review(job, line), GRANTS.headers(line))) {
      case Said.Ok(JsonNode json) -> {
        String there = json.at("/reviewReply/comment").stringValue("").strip();
        if (there.equals(job.wanted().strip())) {
          yield new Outcome.Sent(job.inReplyTo(), null);
        }
        if (there.isEmpty()) {
          yield new Outcome.Refused("channels.refused.gone", "");
        }
        yield SameWords.in(job.text(), there)
            ? put(job, job.wanted(), line)
            : new Outcome.Refused("channels.refused.answered-otherwise", Meaning.shorten(there));
      }
      case Said other -> Meaning.ofPreparing(other);
    };
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return GRANTS
        .ready(line)
        .orElseGet(
            () ->
                switch (line.delete(review(job, line) + "/reply", GRANTS.headers(line))) {
                  case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
                  case Said.No no when no.status() == 404 -> new Outcome.Sent(job.sentId(), null);
                  case Said other -> Meaning.ofWriting(other);
                });
  }

  @Override
  public Who who(Line line) {
    Optional<Outcome> not = GRANTS.ready(line);
    if (not.isPresent()) {
      return Meaning.not(not.get());
    }
    return switch (line.get("/v4/" + place(line) + "/reviews?pageSize=1", GRANTS.headers(line))) {
      case Said.Ok _ -> new Who.Known(place(line), place(line), null);
      case Said other -> Meaning.ofAsking(other);
    };
  }
}
