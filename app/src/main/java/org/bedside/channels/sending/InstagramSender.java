package org.bedside.channels.sending;

import java.time.Instant;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Comments as an Instagram account, below a picture or below a comment. */
@Component
class InstagramSender implements Sender {

  @Override
  public Network network() {
    return Network.INSTAGRAM;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return false;
  }

  @Override
  public Outcome send(Job job, Line line) {
    Graph graph = new Graph(line);
    return switch (below(job, graph)) {
      case Below.Not(Outcome why) -> why;
      case Below.Path(String path) ->
          switch (graph.post(path, job.text())) {
            case Said.Ok(JsonNode json) when !Graph.id(json).isEmpty() ->
                new Outcome.Sent(Graph.id(json), null);
            case Said other -> Graph.ofWriting(other);
          };
    };
  }

  /** Where the answer goes. */
  private sealed interface Below {
    record Path(String path) implements Below {}

    record Not(Outcome why) implements Below {}
  }

  /** Only a picture has a type; a comment refuses to be asked for one. */
  private static Below below(Job job, Graph graph) {
    String id = Line.encoded(job.inReplyTo());
    return switch (graph.get(id + "?fields=id,media_type")) {
      case Said.Ok(JsonNode json) ->
          new Below.Path(id + (json.path("media_type").isMissingNode() ? "/replies" : "/comments"));
      case Said.No no when Graph.code(no) == 100 && !Graph.isMissing(no) ->
          new Below.Path(id + "/replies");
      case Said other ->
          new Below.Not(
              switch (Graph.ofWriting(other)) {
                case Outcome.Unknown(String error, String detail) ->
                    new Outcome.RetryLater(null, error, detail, false);
                case Outcome known -> known;
              });
    };
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    Graph graph = new Graph(line);
    return switch (below(job, graph)) {
      case Below.Not(Outcome why) -> Meaning.later(why);
      case Below.Path(String path) ->
          switch (graph.get(path + "?fields=id,text,timestamp,username&limit=100")) {
            case Said.Ok(JsonNode json) when json.path("data").isArray() -> find(job, line, json);
            case Said other -> Graph.ofLooking(other);
          };
    };
  }

  private static Looked find(Job job, Line line, JsonNode json) {
    String handle = line.account().handle().replaceFirst("^@", "");
    for (JsonNode comment : json.path("data")) {
      if (handle.equalsIgnoreCase(comment.path("username").stringValue(""))
          && SameWords.in(job.text(), comment.path("text").stringValue(""))) {
        return new Looked.Found(Graph.id(comment), null);
      }
    }
    boolean all = json.at("/paging/next").isMissingNode() && !handle.isEmpty();
    return all ? new Looked.Absent() : new Looked.CannotTell();
  }

  @Override
  public Outcome edit(Job job, Line line) {
    return new Outcome.Refused("channels.refused.no-editing", "");
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return new Graph(line).remove(job);
  }

  @Override
  public Who who(Line line) {
    String id = line.keys().get(Key.PLACE).strip();
    return switch (new Graph(line).get(Line.encoded(id) + "?fields=id,username")) {
      case Said.Ok(JsonNode json) when json.path("username").isString() ->
          new Who.Known("@" + json.path("username").stringValue(""), id, null);
      case Said other -> Meaning.not(Graph.ofWriting(other));
    };
  }
}
