package org.bedside.channels.sending;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.outbound.WebAddress;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Posts on Mastodon and servers that speak its API. For an hour such a server answers a second
 * request with the same Idempotency-Key with what the first one made; after that its own list of
 * the account's statuses tells.
 */
@Component
class MastodonSender implements Sender {

  /** Servers keep the keys for an hour; a little less, since clocks differ. */
  private static final Duration REMEMBERED = Duration.ofMinutes(50);

  private static final Duration BEFORE = Duration.ofMinutes(2);
  private static final int PAGES = 5;

  @Override
  public Network network() {
    return Network.MASTODON;
  }

  @Override
  public boolean repeatable(Job job, Instant now) {
    return now.isBefore(job.began().plus(REMEMBERED));
  }

  @Override
  public Outcome send(Job job, Line line) {
    return switch (parent(job, line)) {
      case Parent.Not(Outcome why) -> why;
      case Parent.Id(String parent) ->
          switch (new MastodonPictures(line, bearer(line)).of(job)) {
            case MastodonPictures.Ready.Not(Outcome why) -> why;
            case MastodonPictures.Ready.Ids(List<String> pictures) ->
                send(job, parent, pictures, line);
          };
    };
  }

  private static Outcome send(Job job, String parent, List<String> pictures, Line line) {
    Map<String, Object> body = new TreeMap<>();
    body.put("status", job.text());
    body.put("in_reply_to_id", parent);
    body.put("visibility", "public");
    if (!job.language().isBlank()) {
      body.put("language", job.language());
    }
    if (!pictures.isEmpty()) {
      body.put("media_ids", pictures);
    }
    Map<String, String> headers = new TreeMap<>(bearer(line));
    headers.put("Idempotency-Key", job.key().toString());
    return switch (line.json("POST", "/api/v1/statuses", headers, body)) {
      case Said.Ok(JsonNode json) when !id(json).isEmpty() -> new Outcome.Sent(id(json), url(json));
      case Said other -> Meaning.ofWriting(other);
    };
  }

  /** The post on our own server. */
  private sealed interface Parent {
    record Id(String id) implements Parent {}

    record Not(Outcome why) implements Parent {}
  }

  /** A post that was heard elsewhere has an address that our server can find it by. */
  private static Parent parent(Job job, Line line) {
    if (!job.inReplyTo().startsWith("http")) {
      return new Parent.Id(job.inReplyTo());
    }
    String query =
        "/api/v2/search?type=statuses&resolve=true&limit=1&q=" + Line.encoded(job.inReplyTo());
    return switch (line.get(query, bearer(line))) {
      case Said.Ok(JsonNode json) -> {
        String id = id(json.path("statuses").path(0));
        yield id.isEmpty()
            ? new Parent.Not(new Outcome.Refused("channels.refused.gone", ""))
            : new Parent.Id(id);
      }
      case Said other -> new Parent.Not(Meaning.ofPreparing(other));
    };
  }

  @Override
  public Looked lookUp(Job job, Line line) {
    String account = line.account().id();
    if (account.isEmpty()) {
      return switch (who(line)) {
        case Who.Known known -> lookUp(job, line, known.account());
        case Who.Not(String error, String detail) -> new Looked.Later(null, error, detail);
      };
    }
    return lookUp(job, line, account);
  }

  private static Looked lookUp(Job job, Line line, String account) {
    // Without the post no answer to it can be told from others.
    String parent =
        switch (parent(job, line)) {
          case Parent.Id(String id) -> id;
          case Parent.Not _ -> "";
        };
    String before = "";
    for (int page = 0; page < PAGES; page++) {
      String path =
          "/api/v1/accounts/"
              + Line.encoded(account)
              + "/statuses?limit=40&exclude_reblogs=true"
              + (before.isEmpty() ? "" : "&max_id=" + Line.encoded(before));
      switch (line.get(path, bearer(line))) {
        case Said.Ok(JsonNode json) when json.isArray() -> {
          for (JsonNode status : json) {
            Instant at = time(status.path("created_at").stringValue(""));
            if (at != null && at.isBefore(job.began().minus(BEFORE))) {
              return new Looked.Absent();
            }
            if (isOurs(status, parent, job)) {
              return new Looked.Found(id(status), url(status));
            }
            before = id(status);
          }
          if (json.isEmpty()) {
            return new Looked.Absent();
          }
        }
        case Said other -> {
          return Meaning.ofLooking(other);
        }
      }
    }
    return new Looked.CannotTell();
  }

  private static boolean isOurs(JsonNode status, String parent, Job job) {
    String to = status.path("in_reply_to_id").asString("");
    return (parent.isEmpty() ? !to.isEmpty() : to.equals(parent))
        && SameWords.in(job.text(), Jsoup.parse(status.path("content").stringValue("")).text());
  }

  @Override
  public Outcome edit(Job job, Line line) {
    String path = "/api/v1/statuses/" + Line.encoded(job.sentId());
    // A change that doesn't name the pictures takes them away.
    List<String> pictures = new ArrayList<>();
    switch (line.get(path, bearer(line))) {
      case Said.Ok(JsonNode json) ->
          json.path("media_attachments").forEach(picture -> pictures.add(id(picture)));
      case Said other -> {
        return Meaning.ofPreparing(other);
      }
    }
    Map<String, Object> body =
        Map.of("status", job.wanted(), "language", job.language(), "media_ids", pictures);
    return switch (line.json("PUT", path, bearer(line), body)) {
      case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
      case Said other -> Meaning.ofWriting(other);
    };
  }

  @Override
  public Outcome delete(Job job, Line line) {
    return switch (line.delete("/api/v1/statuses/" + Line.encoded(job.sentId()), bearer(line))) {
      case Said.Ok _ -> new Outcome.Sent(job.sentId(), null);
      case Said.No no when no.status() == 404 -> new Outcome.Sent(job.sentId(), null);
      case Said other -> Meaning.ofWriting(other);
    };
  }

  @Override
  public Who who(Line line) {
    return switch (line.get("/api/v1/accounts/verify_credentials", bearer(line))) {
      case Said.Ok(JsonNode json) when !id(json).isEmpty() ->
          new Who.Known("@" + json.path("acct").stringValue(""), id(json), longest(line));
      case Said other -> Meaning.ofAsking(other);
    };
  }

  private static @Nullable Integer longest(Line line) {
    if (line.get("/api/v2/instance", Map.of()) instanceof Said.Ok(JsonNode json)) {
      int most = json.at("/configuration/statuses/max_characters").asInt(0);
      return most > 0 && most <= 1_000_000 ? most : null;
    }
    return null;
  }

  private static Map<String, String> bearer(Line line) {
    return Line.bearer(line.keys().get(Key.ACCESS_TOKEN).strip());
  }

  private static String id(JsonNode json) {
    return json.path("id").asString("");
  }

  private static @Nullable URI url(JsonNode json) {
    return WebAddress.parse(json.path("url").stringValue(""))
        .filter(WebAddress::isWeb)
        .orElse(null);
  }

  static @Nullable Instant time(String written) {
    try {
      return OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
