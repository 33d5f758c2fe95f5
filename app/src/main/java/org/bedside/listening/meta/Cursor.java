package org.bedside.listening.meta;

import java.time.Instant;
import org.bedside.listening.connector.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where reading an account stands.
 *
 * @param edge that is read next
 * @param after the page of it; null for the first
 * @param pages of this edge that were read
 * @param backfilled whether all edges were once read back
 * @param checked when the token's end was last asked for
 */
record Cursor(
    int edge, @Nullable String after, int pages, boolean backfilled, @Nullable Instant checked) {

  static final Cursor START = new Cursor(0, null, 0, false, null);

  static Cursor read(@Nullable String text) {
    Json json = Json.read(text).orElse(null);
    Long version = json == null ? null : json.number("v");
    if (json == null || version == null || version != 1) {
      return START;
    }
    return new Cursor(
        small(json.number("edge")),
        json.string("after"),
        small(json.number("pages")),
        json.at("backfilled").isTrue(),
        json.time("checked"));
  }

  private static int small(@Nullable Long number) {
    return number == null || number < 0 || number > 1_000 ? 0 : number.intValue();
  }

  Cursor checked(Instant when) {
    return new Cursor(edge, after, pages, backfilled, when);
  }

  String write() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("v", 1).put("edge", edge);
    json.put("after", after).put("pages", pages).put("backfilled", backfilled);
    if (checked != null) {
      json.put("checked", checked.toString());
    }
    return json.toString();
  }
}
