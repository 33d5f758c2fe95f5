package org.bedside.listening.bluesky;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where we are in a stream, as it is kept: {@code {"v":1,"at":1732300000000000}}, with the gap that
 * was noticed last, if there was one.
 */
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

  /** The gap that was noticed before it. */
  static @Nullable Gap gap(@Nullable String cursor) {
    try {
      return read(cursor) == NONE
          ? null
          : Gap.read(JsonMapper.shared().readTree(cursor).path("gap"));
    } catch (JacksonException e) {
      return null;
    }
  }

  /** As {@link org.bedside.listening.connector.Shareable#carry}. */
  static @Nullable String carry(
      @Nullable String own, @Nullable String reached, boolean sinceItBegan) {
    Gap noticed = sinceItBegan ? gap(reached) : null;
    return write(read(reached), noticed != null ? noticed : gap(own));
  }

  static @Nullable String write(long position) {
    return write(position, null);
  }

  static @Nullable String write(long position, @Nullable Gap gap) {
    if (position < 0) {
      return null;
    }
    ObjectNode kept = JsonMapper.shared().createObjectNode().put("v", VERSION).put("at", position);
    if (gap != null) {
      kept.putObject("gap").put("noticed", gap.noticed()).put("hours", gap.hours());
    }
    return kept.toString();
  }
}
