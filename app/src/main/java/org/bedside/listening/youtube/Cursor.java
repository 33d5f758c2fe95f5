package org.bedside.listening.youtube;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** How far a place was read, and what it cost today. Belongs to one call. */
final class Cursor {

  private static final Duration OVERLAP = Duration.ofHours(1);

  final Quota quota;
  final Lately comments;
  final Lately answers;
  final Lately unread;
  final Lately videos;

  /** Back to when comments are read; what came before is known. */
  Instant floor;

  Instant top;

  /** The page at which reading back goes on; null where it is done. */
  @Nullable String page;

  @Nullable Instant searched;

  private Cursor(Json json, Instant start, Clock clock, long whole) {
    Json known =
        Long.valueOf(1).equals(json.number("v")) ? json : new Json(MissingNode.getInstance());
    this.quota = new Quota(clock, known.string("day"), known.number("spent"), whole);
    this.comments = Lately.read(known.at("comments"), 500);
    this.answers = Lately.read(known.at("answers"), 500);
    this.unread = Lately.read(known.at("unread"), 100);
    this.videos = Lately.read(known.at("videos"), 50);
    Instant from = known.epoch("floor");
    this.floor = from == null ? start : from;
    Instant to = known.epoch("top");
    this.top = to == null ? floor : to;
    this.page = known.string("page");
    this.searched = known.epoch("searched");
  }

  /**
   * @param cursor what can't be read starts anew
   * @param start how far back it goes then
   * @param whole units a day
   */
  static Cursor read(@Nullable String cursor, Instant start, Clock clock, long whole) {
    return new Cursor(
        Json.read(cursor).orElseGet(() -> new Json(MissingNode.getInstance())),
        start,
        clock,
        whole);
  }

  void readBack() {
    page = null;
    Instant next = top.minus(OVERLAP);
    floor = next.isAfter(floor) ? next : floor;
  }

  String write() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("v", 1);
    json.put("day", quota.day());
    json.put("spent", quota.spent());
    json.put("floor", floor.getEpochSecond());
    json.put("top", top.getEpochSecond());
    if (page != null) {
      json.put("page", page);
    }
    if (searched != null) {
      json.put("searched", searched.getEpochSecond());
    }
    comments.write().forEach(json.putArray("comments")::add);
    answers.write().forEach(json.putArray("answers")::add);
    unread.write().forEach(json.putArray("unread")::add);
    videos.write().forEach(json.putArray("videos")::add);
    return JsonMapper.shared().writeValueAsString(json);
  }
}
