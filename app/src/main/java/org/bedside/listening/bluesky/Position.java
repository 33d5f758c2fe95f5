package org.bedside.listening.bluesky;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where we are in a stream, as it is kept: {@code {"v":1,"at":1732300000000000}}. */
final class Position {

  /** Before anything was heard, and where nothing that is kept can be read. */
  static final long NONE = -1;

  private static final int VERSION = 1;

  private Position() {}

  static long read(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return NONE;
    }
    try {
      JsonNode kept = JsonMapper.shared().readTree(cursor);
      return kept.path("v").asInt(0) == VERSION && kept.path("at").isIntegralNumber()
          ? Math.max(NONE, kept.path("at").asLong(NONE))
          : NONE;
    } catch (JacksonException e) {
      return NONE;
    }
  }

  static @Nullable String write(long position) {
    return position < 0 ? null : "{\"v\":" + VERSION + ",\"at\":" + position + "}";
  }
}
