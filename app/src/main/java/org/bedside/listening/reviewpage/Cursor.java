package org.bedside.listening.reviewpage;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bedside.outbound.WebAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where reading a page stands.
 *
 * @param next an older page that is still to be read
 * @param left how many older pages may still be read
 */
record Cursor(
    @Nullable String etag,
    @Nullable String lastModified,
    Known known,
    Optional<URI> next,
    int left) {

  private static final int VERSION = 1;

  static final Cursor START = new Cursor(null, null, Known.NOTHING, Optional.empty(), 0);

  /** One that can't be read starts anew. */
  static Cursor read(@Nullable String text) {
    if (text == null) {
      return START;
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      return json != null && json.path("v").asInt(0) == VERSION ? read(json) : START;
    } catch (JacksonException e) {
      return START;
    }
  }

  private static Cursor read(JsonNode json) {
    List<Known.Seen> seen = new ArrayList<>();
    for (JsonNode one : json.path("known")) {
      String key = one.path(0).asString("");
      String shown = one.path(1).asString("");
      if (!key.isEmpty()) {
        seen.add(
            new Known.Seen(
                key,
                shown.isEmpty() ? key : shown,
                one.path(2).asString(""),
                one.path(3).asInt(0)));
      }
    }
    return new Cursor(
        text(json, "etag"),
        text(json, "modified"),
        new Known(seen, json.path("choice").asBoolean(false)),
        WebAddress.parse(json.path("next").asString("")).filter(WebAddress::isWeb),
        json.path("left").asInt(0));
  }

  private static @Nullable String text(JsonNode json, String name) {
    String text = json.path(name).asString("");
    return text.isEmpty() ? null : text;
  }

  String write() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("v", VERSION);
    json.put("etag", etag).put("modified", lastModified).put("choice", known.choice());
    next.ifPresent(url -> json.put("next", url.toString()).put("left", left));
    ArrayNode all = json.putArray("known");
    for (Known.Seen one : known.seen()) {
      all.addArray()
          .add(one.key())
          .add(one.shown().equals(one.key()) ? "" : one.shown())
          .add(one.pair())
          .add(one.missing());
    }
    return json.toString();
  }
}
