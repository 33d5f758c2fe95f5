package org.bedside.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values of a line, and says plainly which one is missing or of the wrong kind. */
final class Fields {

  private Fields() {}

  static Post post(ObjectNode line) throws BadLineException {
    return new Post(
        id(line),
        text(line, "text"),
        maybe(line, "question"),
        number(line, "rating"),
        maybe(line, "author"),
        maybe(line, "url"),
        maybe(line, "source"),
        maybe(line, "lang"),
        maybe(line, "country"),
        time(line, "publishedAt"));
  }

  /** The id as text; a number is taken too. */
  static String id(ObjectNode line) throws BadLineException {
    JsonNode id = line.get("id");
    if (id == null || id.isNull()) {
      throw new BadLineException("id is missing");
    }
    if (!id.isString() && !id.isNumber()) {
      throw new BadLineException("id must be text");
    }
    return id.asString();
  }

  static String text(ObjectNode line, String name) throws BadLineException {
    String text = maybe(line, name);
    if (text == null) {
      throw new BadLineException(name + " is missing");
    }
    return text;
  }

  static @Nullable String maybe(ObjectNode line, String name) throws BadLineException {
    JsonNode value = line.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new BadLineException(name + " must be text");
    }
    return value.asString();
  }

  private static @Nullable Double number(ObjectNode line, String name) throws BadLineException {
    JsonNode value = line.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isNumber()) {
      throw new BadLineException(name + " must be a number");
    }
    double number = value.asDouble(Double.NaN);
    if (!Double.isFinite(number)) {
      throw new BadLineException(name + " is too large a number");
    }
    return number;
  }

  private static @Nullable Instant time(ObjectNode line, String name) throws BadLineException {
    String value = maybe(line, name);
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      return value.length() == 10
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeException e) {
      throw new BadLineException(name + " must be a time such as 2026-01-31T09:30:00Z");
    }
  }
}
