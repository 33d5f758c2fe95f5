package org.bedside.listening.meta;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bedside.listening.connector.Json;
import org.bedside.listening.connector.Lately;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Where reading an account stands. Mutable; of one call. */
final class Cursor {

  private static final int EDGES = 3;
  private static final int REMEMBERED = 300;
  private static final int MOST_THREADS = 100;

  /** The edge that is read next. */
  int edge;

  /** The page of it; null for the first. */
  @Nullable String after;

  /** Pages of this edge that were read. */
  int pages;

  /** Whether all edges were once read back. */
  boolean backfilled;

  /** When the token's end was last asked for. */
  @Nullable Instant checked;

  /** What each edge brought lately. */
  final List<Lately> lately = new ArrayList<>();

  /** Posts of which there are more comments than came with them. */
  private final Deque<Further> threads = new ArrayDeque<>();

  /**
   * @param after where its comments go on
   */
  record Further(String post, String after) {}

  private Cursor(Json json) {
    edge = small(json.number("edge"));
    after = json.string("after");
    pages = small(json.number("pages"));
    backfilled = json.at("backfilled").isTrue();
    checked = json.time("checked");
    List<Json> each = json.list("lately");
    for (int i = 0; i < EDGES; i++) {
      Json list = i < each.size() ? each.get(i) : new Json(MissingNode.getInstance());
      lately.add(Lately.read(list, REMEMBERED));
    }
    for (Json thread : json.list("threads")) {
      add(new Further(thread.words("post"), thread.words("after")));
    }
  }

  /** One that can't be read starts anew. */
  static Cursor read(@Nullable String text) {
    Json nothing = new Json(MissingNode.getInstance());
    return new Cursor(
        Json.read(text).filter(json -> Long.valueOf(1).equals(json.number("v"))).orElse(nothing));
  }

  private static int small(@Nullable Long number) {
    return number == null || number < 0 || number > 1_000 ? 0 : number.intValue();
  }

  void add(Further thread) {
    if (Things.isNumbered(thread.post()) && !thread.after().isEmpty()) {
      threads.removeIf(known -> known.post().equals(thread.post()));
      if (threads.size() < MOST_THREADS) {
        threads.addFirst(thread);
      }
    }
  }

  @Nullable Further thread() {
    return threads.peekFirst();
  }

  void done(Further thread) {
    threads.remove(thread);
  }

  String write() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("v", 1).put("edge", edge);
    json.put("after", after).put("pages", pages).put("backfilled", backfilled);
    if (checked != null) {
      json.put("checked", checked.toString());
    }
    ArrayNode all = json.putArray("lately");
    lately.forEach(one -> one.write().forEach(all.addArray()::add));
    ArrayNode open = json.putArray("threads");
    threads.forEach(
        thread -> open.addObject().put("post", thread.post()).put("after", thread.after()));
    return json.toString();
  }
}
