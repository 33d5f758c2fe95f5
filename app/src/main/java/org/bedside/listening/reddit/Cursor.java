package org.bedside.listening.reddit;

import java.time.Duration;
import java.time.Instant;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** How far a place was read. Belongs to one call. */
final class Cursor {

  private static final int REMEMBERED = 800;
  private static final int THREADS = 100;

  /** What is written and shown in another order than it came. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  final Walk posts;
  final Walk comments;
  final Lately lately;

  /** Threads whose comments are to be read, with their posts' times. */
  final Lately threads;

  /** A listing, read from its newest back to where it was read before. */
  static final class Walk {

    /** Back to when it is read; what came before is known. */
    Instant floor;

    /** The newest seen while reading. */
    Instant top;

    /** Where the next page begins; null where it is read as far as it is to be. */
    @Nullable String after;

    private Walk(Json json, Instant start) {
      Instant from = json.epoch("floor");
      Instant to = json.epoch("top");
      this.floor = from == null ? start : from;
      this.top = to == null ? floor : to;
      this.after = json.string("after");
    }

    void done() {
      after = null;
      Instant next = top.minus(OVERLAP);
      floor = next.isAfter(floor) ? next : floor;
    }

    private ObjectNode write() {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      json.put("floor", floor.getEpochSecond()).put("top", top.getEpochSecond());
      if (after != null) {
        json.put("after", after);
      }
      return json;
    }
  }

  private Cursor(Json json, Instant start) {
    Json known =
        Long.valueOf(1).equals(json.number("v")) ? json : new Json(MissingNode.getInstance());
    this.posts = new Walk(known.at("posts"), start);
    this.comments = new Walk(known.at("comments"), start);
    this.lately = Lately.read(known.at("lately"), REMEMBERED);
    this.threads = Lately.read(known.at("threads"), THREADS);
  }

  /**
   * @param cursor what can't be read starts anew
   * @param start how far back it goes then
   */
  static Cursor read(@Nullable String cursor, Instant start) {
    return new Cursor(
        Json.read(cursor).orElseGet(() -> new Json(MissingNode.getInstance())), start);
  }

  String write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", 1);
    json.set("posts", posts.write());
    json.set("comments", comments.write());
    lately.write().forEach(json.putArray("lately")::add);
    threads.write().forEach(json.putArray("threads")::add);
    return JsonMapper.shared().writeValueAsString(json);
  }
}
