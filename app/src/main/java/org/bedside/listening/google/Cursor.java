package org.bedside.listening.google;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where reading a location's reviews stands. Mutable; of one call. */
final class Cursor {

  private static final int VERSION = 1;

  /** Beyond that the oldest are forgotten, and their deletion is not noticed any more. */
  private static final int MOST_KNOWN = 5_000;

  /** Everything changed up to then has been read. */
  @Nullable Instant top;

  /** When all reviews were last read through. */
  @Nullable Instant swept;

  /** The next page of a walk under way; empty before its first page, null where none is. */
  @Nullable String page;

  /** Whether the walk reads all reviews, so that those deleted are noticed. */
  boolean sweeping;

  /** The newest change seen on this walk. */
  @Nullable Instant newest;

  final Set<String> known = new LinkedHashSet<>();
  final Set<String> seen = new LinkedHashSet<>();

  static Cursor read(@Nullable String text) {
    Cursor cursor = new Cursor();
    Json json = Json.read(text).orElse(null);
    Long version = json == null ? null : json.number("v");
    if (json == null || version == null || version != VERSION) {
      return cursor;
    }
    cursor.top = json.time("top");
    cursor.swept = json.time("swept");
    cursor.page = json.string("page");
    cursor.sweeping = json.at("sweeping").isTrue();
    cursor.newest = json.time("newest");
    all(json, "known", cursor.known);
    all(json, "seen", cursor.seen);
    return cursor;
  }

  private static void all(Json json, String name, Set<String> into) {
    for (Json item : json.list(name)) {
      String id = item.string();
      if (id != null) {
        into.add(id);
      }
    }
  }

  void know(String id) {
    known.add(id);
    while (known.size() > MOST_KNOWN) {
      known.remove(known.iterator().next());
    }
  }

  String write() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("v", VERSION);
    put(json, "top", top);
    put(json, "swept", swept);
    put(json, "newest", newest);
    json.put("page", page).put("sweeping", sweeping);
    ArrayNode ids = json.putArray("known");
    known.forEach(ids::add);
    ArrayNode passed = json.putArray("seen");
    seen.forEach(passed::add);
    return json.toString();
  }

  private static void put(ObjectNode json, String name, @Nullable Instant time) {
    if (time != null) {
      json.put(name, time.toString());
    }
  }
}
