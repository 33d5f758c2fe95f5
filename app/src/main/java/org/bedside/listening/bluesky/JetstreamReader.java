package org.bedside.listening.bluesky;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bedside.listening.RawPost;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the messages of one Jetstream connection. Not thread-safe. */
final class JetstreamReader {

  private final Clock clock;
  private final Accounts accounts = new Accounts();

  JetstreamReader(Clock clock) {
    this.clock = clock;
  }

  /** What a message says; nothing where it can't be read. */
  Frame read(byte[] message) {
    JsonNode event;
    try {
      event = JsonMapper.shared().readTree(message);
    } catch (JacksonException e) {
      return Frame.NOTHING;
    }
    JsonNode micros = event.path("time_us");
    String did = Posts.text(event.path("did"));
    if (!micros.isIntegralNumber() || micros.asLong(0) <= 0 || !Syntax.isDid(did)) {
      return Frame.NOTHING;
    }
    long position = micros.asLong(0);
    return Frame.at(
        position,
        switch (Posts.text(event.path("kind"))) {
          case "commit" -> commit(did, event.path("commit"), time(position));
          case "identity" -> accounts.named(did, event.path("identity"));
          case "account" -> accounts.changed(did, event.path("account"));
          default -> List.of();
        });
  }

  private List<Event> commit(String did, JsonNode commit, Instant indexed) {
    String key = Posts.text(commit.path("rkey"));
    if (!Syntax.isPosts(Posts.text(commit.path("collection"))) || !Syntax.isRecordKey(key)) {
      return List.of();
    }
    String uri = Syntax.post(did, key);
    return switch (Posts.text(commit.path("operation"))) {
      case "create", "update" -> {
        RawPost post = Posts.read(uri, commit.path("record"), accounts.author(did), indexed);
        yield post == null ? List.of() : List.of(new Event.Put(uri, post));
      }
      case "delete" -> List.of(new Event.Deleted(uri));
      default -> List.of();
    };
  }

  /** A server whose clock is ahead doesn't make posts of the future. */
  private Instant time(long micros) {
    Instant now = clock.instant();
    Instant sent = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
    return sent.isAfter(now) ? now : sent;
  }
}
