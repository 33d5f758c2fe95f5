package org.bedside.listening.push;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one pushed post. */
final class PushedPost {

  private static final double HIGHEST_RATING = 10;
  private static final int LONGEST_ID = 500;

  private PushedPost() {}

  /** What came of reading it. */
  sealed interface Read {
    record Post(RawPost post, String externalId) implements Read {}

    record Refused(@Nullable String externalId, String code) implements Read {}
  }

  static Read read(JsonNode json, Map<String, UUID> locations) {
    String id = text(json, "externalId");
    if (id == null) {
      id = text(json, "id");
    }
    if (id == null || id.isBlank() || id.length() > LONGEST_ID || isHalf(id)) {
      return new Read.Refused(null, id == null || id.isBlank() ? "id-missing" : "id-unusable");
    }
    id = id.strip();
    String text = text(json, "text");
    JsonNode rating = json.get("rating");
    boolean rated = rating != null && !rating.isNull();
    if ((text == null || text.isBlank()) && !rated) {
      return new Read.Refused(id, "no-text");
    }
    if (rated && !rating.isNumber()) {
      return new Read.Refused(id, "rating-no-number");
    }
    if (rated && (rating.asDouble() < 0 || rating.asDouble() > HIGHEST_RATING)) {
      return new Read.Refused(id, "rating-out-of-range");
    }
    String date = text(json, "publishedAt");
    Instant published;
    try {
      published = date == null ? null : OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeException e) {
      return new Read.Refused(id, "date-unreadable");
    }
    String place = text(json, "location");
    UUID location = place == null ? null : locations.get(place.strip().toLowerCase(Locale.ROOT));
    if (place != null && location == null) {
      return new Read.Refused(id, "location-unknown");
    }
    return new Read.Post(
        new RawPost(
            id,
            text == null ? "" : text,
            text(json, "title"),
            text(json, "question"),
            rated ? rating.asDouble() : null,
            text(json, "author"),
            text(json, "url"),
            text(json, "lang"),
            text(json, "country"),
            published,
            location),
        id);
  }

  /** Neither NUL nor half of a character can be part of a key. */
  private static boolean isHalf(String id) {
    return id.codePoints()
        .anyMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() || !value.isValueNode() ? null : value.asString();
  }
}
