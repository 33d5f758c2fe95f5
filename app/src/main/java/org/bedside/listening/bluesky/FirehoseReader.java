package org.bedside.listening.bluesky;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Heard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads the frames of one {@code subscribeRepos} connection. Not thread-safe. */
final class FirehoseReader {

  private static final Logger log = LoggerFactory.getLogger(FirehoseReader.class);

  /** What people are told where the server no longer has all since we last listened. */
  static final String OUTDATED = "bluesky.cursor-unknown";

  private final String host;
  private final Clock clock;
  private final Accounts accounts = new Accounts();
  private Heard.@Nullable Trouble gap;

  FirehoseReader(String host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** What a frame says; nothing where it can't be read. */
  Frame read(byte[] frame) {
    try {
      DagCbor.First header = DagCbor.first(frame);
      JsonNode payload = DagCbor.read(frame, header.next(), frame.length);
      return switch (header.value().path("op").asInt(0)) {
        case 1 -> message(Posts.text(header.value().path("t")), payload);
        case -1 -> error(Posts.text(payload.path("error")));
        default -> Frame.NOTHING;
      };
    } catch (MalformedException e) {
      log.debug("A frame of {} can't be read: {}", host, e.getMessage());
      return Frame.NOTHING;
    }
  }

  private Frame message(String type, JsonNode payload) {
    return switch (type) {
      case "#commit" -> at(payload, commit(payload));
      case "#identity" -> at(payload, accounts.named(did(payload, "did"), payload));
      case "#account" -> {
        String did = did(payload, "did");
        yield at(payload, did.isEmpty() ? List.of() : accounts.changed(did, payload));
      }
      case "#info" -> info(Posts.text(payload.path("name")));
      default -> at(payload, List.of());
    };
  }

  private Frame at(JsonNode payload, List<Event> events) {
    JsonNode position = payload.path("seq");
    if (!position.isIntegralNumber() || position.asLong(-1) < 0) {
      return Frame.NOTHING;
    }
    Heard.Trouble told = gap;
    gap = null;
    return new Frame(position.asLong(-1), events, told, false);
  }

  /**
   * The server goes on with the oldest that it still has. People are told of the gap: after its
   * first event, so that the new cursor is kept, the connection ends with that sentence.
   */
  private Frame info(String name) {
    if (name.equals("OutdatedCursor")) {
      log.warn("{} no longer has all since we last listened; it goes on with what it has", host);
      gap = trouble("cursor-unknown");
    }
    return Frame.NOTHING;
  }

  private Frame error(String name) {
    return switch (name) {
      case "FutureCursor" -> new Frame(-1, List.of(), trouble("cursor-unknown"), true);
      case "ConsumerTooSlow" -> new Frame(-1, List.of(), trouble("too-slow"), false);
      default -> new Frame(-1, List.of(), trouble("stream-refused"), false);
    };
  }

  private Heard.Trouble trouble(String what) {
    return new Heard.Trouble("bluesky." + what, host, null);
  }

  private List<Event> commit(JsonNode commit) {
    String did = did(commit, "repo");
    List<Event> events = new ArrayList<>();
    Blocks blocks = new Blocks(commit.path("blocks"));
    for (JsonNode op : commit.path("ops")) {
      String key = Syntax.postKey(Posts.text(op.path("path")));
      if (key == null || did.isEmpty()) {
        continue;
      }
      String uri = Syntax.post(did, key);
      switch (Posts.text(op.path("action"))) {
        case "create", "update" -> {
          JsonNode record = blocks.value(Posts.text(op.path("cid").path("$link")));
          RawPost post =
              record == null
                  ? null
                  : Posts.read(uri, record, accounts.author(did), indexed(commit));
          if (post != null) {
            events.add(new Event.Put(uri, post));
          }
        }
        case "delete" -> events.add(new Event.Deleted(uri));
        default -> {}
      }
    }
    return events;
  }

  private Instant indexed(JsonNode commit) {
    Instant now = clock.instant();
    Instant sent = Syntax.time(Posts.text(commit.path("time")));
    return sent == null || sent.isAfter(now) ? now : sent;
  }

  private static String did(JsonNode node, String name) {
    String did = Posts.text(node.path(name));
    return Syntax.isDid(did) ? did : "";
  }

  /** Read when the first of them is needed: most commits are no posts. */
  private final class Blocks {

    private final JsonNode bytes;
    private @Nullable Car car;
    private boolean read;

    Blocks(JsonNode bytes) {
      this.bytes = bytes;
    }

    @Nullable JsonNode value(String cid) {
      try {
        if (!read) {
          read = true;
          car = bytes.isBinary() ? Car.read(bytes.binaryValue()) : null;
        }
        return car == null ? null : car.value(cid);
      } catch (MalformedException | JacksonException e) {
        log.debug("A commit of {} can't be read: {}", host, e.getMessage());
        return null;
      }
    }
  }
}
