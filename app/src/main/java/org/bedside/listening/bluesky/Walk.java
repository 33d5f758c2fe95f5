package org.bedside.listening.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How far we are in a list that is newest first, as it is kept between two listenings.
 *
 * @param seen up to when everything has been heard; null before the first walk is through
 * @param top the newest of the walk that isn't through yet
 * @param page where that walk goes on, in the server's own words
 * @param recent the posts brought lately and how often each was missing in a row, the one that was
 *     looked at longest ago first
 */
record Walk(
    @Nullable Instant seen,
    @Nullable Instant top,
    @Nullable String page,
    Map<String, Integer> recent) {

  private static final int VERSION = 1;
  static final int MOST_RECENT = 200;

  static final Walk START = new Walk(null, null, null, Map.of());

  Walk {
    recent = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(recent));
  }

  /** What was kept; one that can't be read starts anew. */
  static Walk read(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return START;
    }
    try {
      JsonNode kept = JsonMapper.shared().readTree(cursor);
      if (kept.path("v").asInt(0) != VERSION) {
        return START;
      }
      Map<String, Integer> recent = new LinkedHashMap<>();
      for (JsonNode each : kept.path("recent")) {
        String uri = Posts.text(each.path("u"));
        if (Syntax.isPost(uri) && recent.size() < MOST_RECENT) {
          recent.put(uri, each.path("m").asInt(0));
        }
      }
      String page = Posts.text(kept.path("page"));
      return new Walk(
          Syntax.time(Posts.text(kept.path("seen"))),
          Syntax.time(Posts.text(kept.path("top"))),
          page.isEmpty() ? null : page,
          recent);
    } catch (JacksonException e) {
      return START;
    }
  }

  String write() {
    ObjectNode kept = JsonMapper.shared().createObjectNode();
    kept.put("v", VERSION);
    if (seen != null) {
      kept.put("seen", seen.toString());
    }
    if (top != null) {
      kept.put("top", top.toString());
    }
    if (page != null) {
      kept.put("page", page);
    }
    List<Map.Entry<String, Integer>> newest = new ArrayList<>(recent.entrySet());
    ArrayNode list = kept.putArray("recent");
    for (Map.Entry<String, Integer> each :
        newest.subList(Math.max(0, newest.size() - MOST_RECENT), newest.size())) {
      ObjectNode entry = list.addObject();
      entry.put("u", each.getKey());
      if (each.getValue() > 0) {
        entry.put("m", each.getValue());
      }
    }
    return kept.toString();
  }

  /** The same from the newest again. */
  Walk fromTheTop() {
    return new Walk(seen, null, null, recent);
  }
}
