package org.bedside.channels.sending;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.channels.Network;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts on Bluesky and every other server of the AT Protocol. The key of the record is fixed with
 * the intent and a repository takes a key once, so that two attempts can't make two posts.
 */
@Component
class BlueskySender implements Sender {

  private static final String POST = "app.bsky.feed.post";
  private static final Pattern AT =
      Pattern.compile("^at://([A-Za-z0-9.:%_-]+)/([A-Za-z0-9.]+)/([A-Za-z0-9._:~-]+)$");

  @Override
  public Network network() {
    return Network.BLUESKY;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return true;
  }

  @Override
  public Outcome send(Job job, Line line) {
    BlueskySession session = new BlueskySession(line);
    Map<String, Object> record = new HashMap<>();
    record.put("$type", POST);
    record.put("text", job.text());
    record.put("createdAt", job.began().toString());
    if (!job.language().isBlank()) {
      record.put("langs", List.of(job.language()));
    }
    List<Map<String, Object>> facets = Facets.of(job.text());
    if (!facets.isEmpty()) {
      record.put("facets", facets);
    }
    switch (parent(job, session)) {
      case Parent.Ref(Map<String, Object> reply) -> record.put("reply", reply);
      case Parent.Not(Outcome why) -> {
        return why;
      }
    }
    if (!job.pictures().isEmpty()) {
      switch (new BlueskyPictures(session).of(job.pictures())) {
        case BlueskyPictures.Ready.Embed(Map<String, Object> embed) -> record.put("embed", embed);
        case BlueskyPictures.Ready.Unreadable _ -> {
          return new Outcome.Refused("channels.refused.picture", "");
        }
        case BlueskyPictures.Ready.Not(Said said) -> {
          return preparing(session, said);
        }
      }
    }
    Map<String, Object> body = new HashMap<>();
    body.put("repo", session.did());
    body.put("collection", POST);
    body.put("rkey", job.networkKey());
    body.put("record", record);
    return switch (session.post("com.atproto.repo.createRecord", body)) {
      case Said.Ok(JsonNode json) when json.path("uri").isString() ->
          new Outcome.Sent(json.path("uri").stringValue(""), shown(session.did(), job));
      case Said other -> meaning(session, other);
    };
  }

  /** What the answer refers to. */
  private sealed interface Parent {
    record Ref(Map<String, Object> reply) implements Parent {}

    record Not(Outcome why) implements Parent {}
  }

  private static Parent parent(Job job, BlueskySession session) {
    Matcher at = AT.matcher(job.inReplyTo());
    if (!at.matches()) {
      return new Parent.Not(new Outcome.Refused("channels.refused.no-post", ""));
    }
    return switch (record(session, at.group(1), at.group(2), at.group(3))) {
      case Said.Ok(JsonNode json) when json.path("cid").isString() -> {
        Map<String, Object> parent =
            Map.of("uri", job.inReplyTo(), "cid", json.path("cid").stringValue(""));
        JsonNode root = json.at("/value/reply/root");
        boolean deeper = root.path("uri").isString() && root.path("cid").isString();
        Map<String, Object> top =
            deeper
                ? Map.of(
                    "uri", root.path("uri").stringValue(""),
                    "cid", root.path("cid").stringValue(""))
                : parent;
        yield new Parent.Ref(Map.of("root", top, "parent", parent));
      }
      case Said.No no when isMissing(no) ->
          new Parent.Not(new Outcome.Refused("channels.refused.gone", ""));
      case Said other -> new Parent.Not(preparing(session, other));
    };
  }

  private static Outcome preparing(BlueskySession session, Said said) {
    return switch (meaning(session, said)) {
      case Outcome.Unknown(String error, String detail) ->
          new Outcome.RetryLater(null, error, detail, false);
      case Outcome other -> other;
    };
  }

  private static Outcome meaning(BlueskySession session, Said said) {
    if (said instanceof Said.No no) {
      if (no.status() == 429) {
        return Meaning.slower(session.wait(no));
      }
      switch (BlueskySession.error(no)) {
        case "AuthenticationRequired", "AuthFactorTokenRequired" -> {
          return Meaning.signIn();
        }
        case "AccountTakedown", "AccountDeactivated" -> {
          return new Outcome.Refused("channels.refused.account", "");
        }
        default -> {}
      }
    }
    return Meaning.ofWriting(said);
  }

  private static boolean isMissing(Said.No no) {
    return no.status() == 404 || BlueskySession.error(no).equals("RecordNotFound");
  }

  private static Said record(BlueskySession session, String repo, String of, String key) {
    return session.get(
        "com.atproto.repo.getRecord",
        "repo=" + Line.encoded(repo) + "&collection=" + of + "&rkey=" + Line.encoded(key));
  }

  private static Said own(BlueskySession session, String key) {
    if (session.did().isEmpty()) {
      Said refusal = session.signIn();
      if (refusal != null) {
        return refusal;
      }
    }
    return record(session, session.did(), POST, key);
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    BlueskySession session = new BlueskySession(line);
    return switch (own(session, job.networkKey())) {
      case Said.Ok(JsonNode json) when json.path("uri").isString() ->
          new Looked.Found(json.path("uri").stringValue(""), shown(session.did(), job));
      case Said.No no when BlueskySession.error(no).equals("RecordNotFound") -> new Looked.Absent();
      case Said other -> Meaning.ofLooking(other);
    };
  }

  @Override
  public Outcome edit(Job job, Line line) {
    BlueskySession session = new BlueskySession(line);
    return switch (own(session, key(job))) {
      case Said.Ok(JsonNode json) when json.path("value") instanceof ObjectNode record -> {
        record.put("text", job.wanted());
        record.set("facets", JsonMapper.shared().valueToTree(Facets.of(job.wanted())));
        Map<String, Object> body = new HashMap<>();
        body.put("repo", session.did());
        body.put("collection", POST);
        body.put("rkey", key(job));
        body.put("record", record);
        body.put("swapRecord", json.path("cid").stringValue(""));
        yield switch (session.post("com.atproto.repo.putRecord", body)) {
          case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
          case Said other -> meaning(session, other);
        };
      }
      case Said.No no when isMissing(no) -> new Outcome.Refused("channels.refused.gone", "");
      case Said other -> preparing(session, other);
    };
  }

  @Override
  public Outcome delete(Job job, Line line) {
    BlueskySession session = new BlueskySession(line);
    if (session.did().isEmpty()) {
      Said refusal = session.signIn();
      if (refusal != null) {
        return preparing(session, refusal);
      }
    }
    Map<String, Object> body = Map.of("repo", session.did(), "collection", POST, "rkey", key(job));
    return switch (session.post("com.atproto.repo.deleteRecord", body)) {
      case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
      case Said other -> meaning(session, other);
    };
  }

  @Override
  public Who who(Line line) {
    BlueskySession session = new BlueskySession(line);
    // Signing in is what is to be tried; a token that is still good would say nothing about it.
    Said refusal = session.signIn();
    if (refusal != null) {
      return Meaning.not(meaning(session, refusal));
    }
    return switch (session.get("com.atproto.server.getSession", "")) {
      case Said.Ok(JsonNode json) ->
          new Who.Known("@" + json.path("handle").stringValue(""), session.did(), null);
      case Said other -> Meaning.ofAsking(other);
    };
  }

  /** Of what a person found at an address: the key there; else ours. */
  private static String key(Job job) {
    Matcher at = AT.matcher(job.sentId());
    return at.matches() ? at.group(3) : job.networkKey();
  }

  private static @Nullable URI shown(String did, Job job) {
    return URI.create("https://bsky.app/profile/" + did + "/post/" + job.networkKey());
  }
}
