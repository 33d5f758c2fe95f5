package org.bedside.channels.sending;

import java.net.URI;
import java.time.Instant;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Comments as a Facebook page. The API knows no key of ours; what the page wrote can be listed. */
@Component
class FacebookSender implements Sender {

  @Override
  public Network network() {
    return Network.FACEBOOK;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return false;
  }

  @Override
  public Outcome send(Job job, Line line) {
    return switch (new Graph(line).post(Line.encoded(job.inReplyTo()) + "/comments", job.text())) {
      case Said.Ok(JsonNode json) when !Graph.id(json).isEmpty() ->
          new Outcome.Sent(Graph.id(json), url(Graph.id(json)));
      case Said other -> Graph.ofWriting(other);
    };
  }

  private static URI url(String id) {
    return URI.create("https://www.facebook.com/" + Line.encoded(id));
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    String path =
        Line.encoded(job.inReplyTo())
            + "/comments?filter=stream&order=reverse_chronological&limit=100"
            + "&fields=id,message,created_time,from";
    return switch (new Graph(line).get(path)) {
      case Said.Ok(JsonNode json) when json.path("data").isArray() -> find(job, line, json);
      case Said other -> Graph.ofLooking(other);
    };
  }

  private static Looked find(Job job, Line line, JsonNode json) {
    String page = line.keys().get(Key.PLACE).strip();
    for (JsonNode comment : json.path("data")) {
      if (SameWords.in(job.text(), comment.path("message").stringValue(""))) {
        String from = comment.at("/from/id").asString("");
        if (from.equals(page)) {
          return new Looked.Found(Graph.id(comment), url(Graph.id(comment)));
        }
        if (from.isEmpty()) {
          // Without the permission that shows who wrote it, ours looks like anybody's.
          return new Looked.CannotTell();
        }
      }
    }
    // Where there is more than one page of answers, ours may be on another.
    boolean all = json.at("/paging/next").isMissingNode();
    return all ? new Looked.Absent() : new Looked.CannotTell();
  }

  @Override
  public Outcome edit(Job job, Line line) {
    return switch (new Graph(line).post(Line.encoded(job.sentId()), job.wanted())) {
      case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
      case Said other -> Graph.ofWriting(other);
    };
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return new Graph(line).remove(job);
  }

  @Override
  public Who who(Line line) {
    return switch (new Graph(line).get("me?fields=id,name")) {
      case Said.Ok(JsonNode json) when !Graph.id(json).isEmpty() ->
          // A person's token would let comments appear under that person's name.
          Graph.id(json).equals(line.keys().get(Key.PLACE).strip())
              ? new Who.Known(json.path("name").stringValue(""), Graph.id(json), null)
              : new Who.Not("channels.error.not-the-page", "");
      case Said other -> Meaning.not(Graph.ofWriting(other));
    };
  }
}
