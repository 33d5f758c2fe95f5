package org.bedside.listening.bluesky;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads DAG-CBOR (the deterministic part of RFC 8949 that IPLD uses) as the AT Protocol restricts
 * it: lengths that are known, numbers in their shortest form, keys that are texts in their order
 * and come once, no floating point, no tag but 42. A link becomes {@code {"$link":"b…"}}, as the
 * protocol writes it in JSON; bytes stay bytes. Costs time and memory in proportion to the bytes.
 */
final class DagCbor {

  private static final int DEEPEST = 64;
  private static final int MOST_ITEMS = 500_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int items;

  private DagCbor(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /** The one value that the bytes from {@code from} to {@code to} are. */
  static JsonNode read(byte[] bytes, int from, int to) throws MalformedException {
    DagCbor reader = new DagCbor(bytes, from, to);
    JsonNode value = reader.value(0);
    if (reader.at != to) {
      throw new MalformedException("more after the value");
    }
    return value;
  }

  static JsonNode read(byte[] bytes) throws MalformedException {
    return read(bytes, 0, bytes.length);
  }

  /** A value and where the next begins. */
  record First(JsonNode value, int next) {}

  /** The value that the bytes begin with. */
  static First first(byte[] bytes) throws MalformedException {
    DagCbor reader = new DagCbor(bytes, 0, bytes.length);
    return new First(reader.value(0), reader.at);
  }

  private JsonNode value(int depth) throws MalformedException {
    if (depth > DEEPEST || ++items > MOST_ITEMS) {
      throw new MalformedException("too deep or too much");
    }
    int initial = next();
    int major = initial >> 5;
    return switch (major) {
      case 0 -> NODES.numberNode(argument(initial));
      case 1 -> NODES.numberNode(-1 - argument(initial));
      case 2 -> NODES.binaryNode(take(length(initial)));
      case 3 -> NODES.stringNode(text(length(initial)));
      case 4 -> list(length(initial), depth);
      case 5 -> map(length(initial), depth);
      case 6 -> link(initial);
      default -> simple(initial);
    };
  }

  private static JsonNode simple(int initial) throws MalformedException {
    return switch (initial & 31) {
      case 20 -> NODES.booleanNode(false);
      case 21 -> NODES.booleanNode(true);
      case 22 -> NODES.nullNode();
      default -> throw new MalformedException("floating point or another simple value");
    };
  }

  private JsonNode link(int initial) throws MalformedException {
    if (argument(initial) != 42) {
      throw new MalformedException("another tag than 42");
    }
    int content = next();
    if (content >> 5 != 2) {
      throw new MalformedException("a link that is no bytes");
    }
    byte[] link = take(length(content));
    if (link.length < 1 || link[0] != 0) {
      throw new MalformedException("a link without its prefix");
    }
    Cid cid = Cid.read(link, 1, link.length);
    if (cid.length() != link.length - 1) {
      throw new MalformedException("more after the link");
    }
    ObjectNode node = NODES.objectNode();
    node.put("$link", cid.text());
    return node;
  }

  private JsonNode list(int size, int depth) throws MalformedException {
    ArrayNode list = NODES.arrayNode();
    for (int i = 0; i < size; i++) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private JsonNode map(int size, int depth) throws MalformedException {
    ObjectNode map = NODES.objectNode();
    byte @Nullable [] before = null;
    for (int i = 0; i < size; i++) {
      int initial = next();
      if (initial >> 5 != 3) {
        throw new MalformedException("a key that is no text");
      }
      int length = length(initial);
      String key = text(length);
      byte[] now = Arrays.copyOfRange(bytes, at - length, at);
      if (before != null && compare(before, now) >= 0) {
        throw new MalformedException("keys out of order or twice");
      }
      before = now;
      map.set(key, value(depth + 1));
    }
    return map;
  }

  /** Shorter keys come first, RFC 7049 section 3.9. */
  private static int compare(byte[] one, byte[] other) {
    return one.length == other.length
        ? Arrays.compareUnsigned(one, other)
        : Integer.compare(one.length, other.length);
  }

  private int length(int initial) throws MalformedException {
    long length = argument(initial);
    if (length > end - at) {
      throw new MalformedException("longer than what is there");
    }
    return (int) length;
  }

  /** 0 to {@link Long#MAX_VALUE}. */
  private long argument(int initial) throws MalformedException {
    int info = initial & 31;
    if (info < 24) {
      return info;
    }
    if (info > 27) {
      throw new MalformedException("a length that isn't known");
    }
    int size = 1 << (info - 24);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | next();
    }
    boolean shorter =
        switch (size) {
          case 1 -> value < 24;
          case 2 -> value < 1 << 8;
          case 4 -> value < 1 << 16;
          default -> value >>> 32 == 0;
        };
    if (shorter || value < 0) {
      throw new MalformedException("a number not in its shortest form, or too large");
    }
    return value;
  }

  private String text(int length) throws MalformedException {
    int from = at;
    at += length;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException("not UTF-8");
    }
  }

  private byte[] take(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private int next() throws MalformedException {
    if (at >= end) {
      throw new MalformedException("cut off");
    }
    return bytes[at++] & 0xff;
  }
}
