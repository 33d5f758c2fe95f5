package org.bedside.listening.connector;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * JSON whose shape nobody vouches for: what is missing or of another type reads as absent, and
 * nothing throws. Immutable as long as the node is left alone.
 */
public record Json(JsonNode node) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_NUMBER = 18;

  /** Empty where the bytes, as UTF-8, are no JSON. */
  public static Optional<Json> read(byte[] utf8) {
    return read(new String(utf8, StandardCharsets.UTF_8));
  }

  /** Empty where the text is no JSON. */
  public static Optional<Json> read(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(new Json(MAPPER.readTree(text)));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** What lies under these names, one within the other; an absent value where nothing does. */
  public Json at(String... names) {
    JsonNode at = node;
    for (String name : names) {
      at = at.isObject() ? at.path(name) : MissingNode.getInstance();
    }
    return new Json(at);
  }

  public boolean isObject() {
    return node.isObject();
  }

  public boolean isArray() {
    return node.isArray();
  }

  /** Whether it is the word true. */
  public boolean isTrue() {
    return node.isBoolean() && node.booleanValue();
  }

  /** The text under that name; null where there is none. */
  public @Nullable String string(String name) {
    return at(name).string();
  }

  /** Itself as a text; null where it is none. */
  public @Nullable String string() {
    return node.isString() ? node.stringValue() : null;
  }

  /** The text under that name, or an empty one. */
  public String words(String name) {
    String text = string(name);
    return text == null ? "" : text;
  }

  /** A whole number, also one written as a text of digits; null where there is none. */
  public @Nullable Long number(String name) {
    JsonNode value = at(name).node;
    if (value.isNumber()) {
      double number = value.doubleValue();
      return Math.abs(number) < 1e18 ? (Long) (long) number : null;
    }
    String digits = value.isString() ? value.stringValue() : "";
    boolean whole =
        !digits.isEmpty()
            && digits.length() <= LONGEST_NUMBER
            && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return whole ? Long.valueOf(digits) : null;
  }

  /** A time as ISO 8601 with an offset; null where there is none. */
  public @Nullable Instant time(String name) {
    String written = string(name);
    try {
      return written == null || written.length() > 64
          ? null
          : OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A time as seconds since 1970; null where there is none or no calendar has it. */
  public @Nullable Instant epoch(String name) {
    Long seconds = number(name);
    return seconds == null || seconds <= 0 || seconds >= 100_000_000_000L
        ? null
        : Instant.ofEpochSecond(seconds);
  }

  /** The elements of the array under that name; none where there is no array. */
  public List<Json> list(String name) {
    return at(name).items();
  }

  /** Its elements; none where it is no array. */
  public List<Json> items() {
    List<Json> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> items.add(new Json(item)));
    }
    return items;
  }

  @Override
  public String toString() {
    return node.getNodeType().toString();
  }
}
