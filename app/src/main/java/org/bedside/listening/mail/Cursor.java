package org.bedside.listening.mail;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Up to where a folder was read, RFC 9051 section 2.3.1.1.
 *
 * @param validity of the numbers; another one at the server means that it numbered anew
 * @param uid of the last mail read
 */
record Cursor(long validity, long uid) {

  /** Null where there is none, or none that can be read. */
  static @Nullable Cursor read(@Nullable String text) {
    try {
      JsonNode json = text == null ? null : JsonMapper.shared().readTree(text);
      return json != null && json.path("v").asInt(0) == 1
          ? new Cursor(json.path("validity").asLong(-1), json.path("uid").asLong(0))
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  String write() {
    return "{\"v\":1,\"validity\":%d,\"uid\":%d}".formatted(validity, uid);
  }
}
