package org.bedside.listening.connector;

import java.nio.charset.StandardCharsets;
import org.bedside.outbound.WebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Ways in which an answer of JSON goes wrong. */
public enum Damage {
  UNKNOWN_FIELDS_EVERYWHERE,
  TEXTS_ARE_NUMBERS,
  NUMBERS_ARE_TEXTS,
  VALUES_ARE_NULL,
  VALUES_ARE_OBJECTS,
  LISTS_ARE_OBJECTS,
  SMALL_OBJECTS_ARE_TEXTS;

  /** The page with each of its JSON answers damaged; other answers as they are. */
  public WebServer.Page to(WebServer.Page page) {
    return exchange -> {
      Network.Recorded sent = Network.Recorded.of(exchange, page);
      byte[] body = sent.type().contains("json") ? damaged(sent.body()) : sent.body();
      WebServer.send(exchange, sent.status(), sent.type(), body);
    };
  }

  private byte[] damaged(byte[] body) {
    return to(JsonMapper.shared().readTree(body)).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The value damaged throughout; the one given is left as it is. */
  public JsonNode to(JsonNode value) {
    return walk(value.deepCopy());
  }

  private JsonNode walk(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames().stream().toList()) {
        object.set(name, walk(object.get(name)));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, walk(array.get(i)));
      }
    }
    return each(node);
  }

  private JsonNode each(JsonNode node) {
    JsonMapper json = JsonMapper.shared();
    return switch (this) {
      case UNKNOWN_FIELDS_EVERYWHERE -> {
        if (node instanceof ObjectNode object) {
          object.put("x_new_in_2027", "surprise").putObject("x_nested").put("deep", 1);
        }
        yield node;
      }
      case TEXTS_ARE_NUMBERS -> node.isString() ? json.valueToTree(17) : node;
      case NUMBERS_ARE_TEXTS -> node.isNumber() ? json.valueToTree("many") : node;
      case VALUES_ARE_NULL -> node.isValueNode() ? json.nullNode() : node;
      case VALUES_ARE_OBJECTS -> node.isValueNode() ? json.createObjectNode().put("a", 1) : node;
      case LISTS_ARE_OBJECTS -> node.isArray() ? json.createObjectNode() : node;
      case SMALL_OBJECTS_ARE_TEXTS ->
          node.isObject() && node.size() < 4 ? json.valueToTree("object") : node;
    };
  }
}
