package org.bedside.bench.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One input: a post, and a reply to it. As a line of the corpus it is JSON of ASCII only, so that
 * halves of characters survive; {@code repeat} there says how often the text stands.
 */
record Case(
    String text,
    String reply,
    @Nullable String question,
    @Nullable String author,
    @Nullable String url,
    @Nullable String source,
    @Nullable String lang,
    @Nullable String country,
    @Nullable Double rating) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** The parts that a mutation can change. */
  static final List<String> PARTS =
      List.of("text", "reply", "question", "author", "url", "source", "lang", "country");

  static Case of(String text) {
    return new Case(text, text, null, null, null, null, null, null, null);
  }

  static Case read(String line) {
    JsonNode node = JSON.readTree(line);
    JsonNode rating = node.get("rating");
    String text = part(node, "text");
    String reply = part(node, "reply");
    String whole = (text == null ? "" : text).repeat(node.path("repeat").asInt(1));
    return new Case(
        whole,
        reply == null ? whole : reply,
        part(node, "question"),
        part(node, "author"),
        part(node, "url"),
        part(node, "source"),
        part(node, "lang"),
        part(node, "country"),
        rating == null ? null : Double.valueOf(rating.asString()));
  }

  private static @Nullable String part(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  /** As a line of the corpus; also a line that the commands read. */
  ObjectNode json() {
    ObjectNode node = JSON.createObjectNode();
    for (String part : PARTS) {
      String value = get(part);
      if (value != null) {
        node.put(part, value);
      }
    }
    return rating == null ? node : node.put("rating", rating);
  }

  static String line(ObjectNode node) {
    return JSON.writeValueAsString(node);
  }

  @Nullable String get(String part) {
    return switch (part) {
      case "text" -> text;
      case "reply" -> reply;
      case "question" -> question;
      case "author" -> author;
      case "url" -> url;
      case "source" -> source;
      case "lang" -> lang;
      case "country" -> country;
      default -> throw new IllegalArgumentException(part);
    };
  }

  /** The same with one part changed; an absent part counts as empty, and empty leaves it out. */
  Case with(String part, UnaryOperator<String> change) {
    String before = get(part);
    String after = change.apply(before == null ? "" : before);
    String maybe = after.isEmpty() ? null : after;
    return new Case(
        part.equals("text") ? after : text,
        part.equals("reply") ? after : reply,
        part.equals("question") ? maybe : question,
        part.equals("author") ? maybe : author,
        part.equals("url") ? maybe : url,
        part.equals("source") ? maybe : source,
        part.equals("lang") ? maybe : lang,
        part.equals("country") ? maybe : country,
        rating);
  }

  Case rated(@Nullable Double stars) {
    return new Case(text, reply, question, author, url, source, lang, country, stars);
  }

  Post post() {
    return new Post("case", text, question, rating, author, url, source, lang, country, null);
  }

  /** How many UTF-16 code units it holds in all. */
  int length() {
    int length = 0;
    for (String part : PARTS) {
      String value = get(part);
      length += value == null ? 0 : value.length();
    }
    return length;
  }
}
