package org.bedside.listening.reviewpage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON-LD as pages carry it: graphs, arrays, references by {@code @id}, several documents in one
 * block, and JSON that is broken in the usual ways. What stands before a fault is read.
 */
final class JsonLd {

  private static final int DEEPEST = 60;
  private static final int MOST_ITEMS = 20_000;

  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .build();

  private final List<Item> items = new ArrayList<>();
  private final Map<String, Item> byId = new HashMap<>();

  private JsonLd() {}

  /** Everything that the page's blocks describe, in their order. */
  static List<Item> read(Document page) {
    JsonLd all = new JsonLd();
    for (Element script : page.select("script[type]")) {
      if (script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
        all.block(script.data());
      }
    }
    return all.items;
  }

  /** Everything that one document describes. */
  static List<Item> read(String document) {
    JsonLd all = new JsonLd();
    all.block(document);
    return all.items;
  }

  private void block(String written) {
    String json = bare(written);
    if (documents(json) == 0 && json.contains("&quot;")) {
      documents(Parser.unescapeEntities(json, false));
    }
  }

  /** Without what hides a script from browsers of the nineties. */
  private static String bare(String written) {
    String json = written.strip();
    for (String opening : List.of("//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "<!--")) {
      json = json.startsWith(opening) ? json.substring(opening.length()).strip() : json;
    }
    for (String closing : List.of("//]]>", "/*]]>*/", "]]>", "//-->", "-->", ";")) {
      json =
          json.endsWith(closing)
              ? json.substring(0, json.length() - closing.length()).strip()
              : json;
    }
    return json;
  }

  private int documents(String json) {
    int read = 0;
    try (MappingIterator<JsonNode> documents = LENIENT.readerFor(JsonNode.class).readValues(json)) {
      while (documents.hasNextValue()) {
        top(documents.nextValue(), 0);
        read++;
      }
    } catch (JacksonException e) {
      // What came before the fault is kept; the rest can't be read by anybody.
      return read;
    }
    return read;
  }

  private void top(@Nullable JsonNode node, int depth) {
    if (node == null || depth > DEEPEST) {
      return;
    }
    if (node.isArray()) {
      node.forEach(each -> top(each, depth + 1));
    } else if (node.isObject()) {
      top(node.get("@graph"), depth + 1);
      thing(node, null, depth);
    }
  }

  private @Nullable Item thing(JsonNode node, @Nullable String as, int depth) {
    if (depth > DEEPEST || items.size() >= MOST_ITEMS) {
      return null;
    }
    Item item = named(node);
    types(item, node.get("@type"));
    if (item.isUntyped() && as != null && as.startsWith("review")) {
      item.is(as.startsWith("reviewRating") ? "Rating" : "Review");
    }
    items.add(item);
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!property.getKey().startsWith("@")) {
        values(item, property.getKey(), property.getValue(), depth + 1);
      }
    }
    return item;
  }

  /** Sites exist that give every review the same id: the second one is another review. */
  private Item named(JsonNode node) {
    String id = text(node.get("@id"));
    if (id == null || id.isBlank()) {
      return new Item(null);
    }
    Item known = byId.computeIfAbsent(id, Item::new);
    return known.isEmpty() ? known : new Item(id);
  }

  private static void types(Item item, @Nullable JsonNode types) {
    if (types != null && types.isArray()) {
      types.forEach(type -> types(item, type.isArray() ? null : type));
    } else if (types != null && types.isString()) {
      item.is(types.asString());
    }
  }

  private void values(Item item, String name, JsonNode value, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (value.isArray()) {
      value.forEach(each -> values(item, name, each, depth + 1));
    } else if (value.isObject()) {
      object(item, name, value, depth);
    } else {
      String words = text(value);
      if (words != null) {
        item.add(name, new Item.Value.Words(words, null));
      }
    }
  }

  private void object(Item item, String name, JsonNode value, int depth) {
    JsonNode literal = value.get("@value");
    JsonNode list = value.has("@list") ? value.get("@list") : value.get("@set");
    if (literal != null) {
      String words = text(literal);
      if (words != null) {
        item.add(name, new Item.Value.Words(words, text(value.get("@language"))));
      }
    } else if (list != null) {
      values(item, name, list, depth + 1);
    } else if (value.size() == 1 && value.has("@id")) {
      String id = text(value.get("@id"));
      if (id != null && !id.isBlank()) {
        item.add(name, new Item.Value.Thing(byId.computeIfAbsent(id, Item::new)));
      }
    } else {
      Item thing = thing(value, Item.localName(name), depth);
      if (thing != null) {
        item.add(name, new Item.Value.Thing(thing));
      }
    }
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node != null && (node.isString() || node.isNumber() || node.isBoolean())
        ? node.asString()
        : null;
  }
}
