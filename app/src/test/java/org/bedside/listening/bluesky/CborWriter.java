package org.bedside.listening.bluesky;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Writes DAG-CBOR, CAR files and frames, so that tests can invent a stream. */
final class CborWriter {

  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  private CborWriter() {}

  /** A value; {@code {"$link":…}} becomes a link, {@code {"$bytes":…}} and binary nodes bytes. */
  static byte[] write(JsonNode value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(value, out);
    return out.toByteArray();
  }

  private static void write(JsonNode value, ByteArrayOutputStream out) {
    if (value.isObject() && value.size() == 1 && value.path("$link").isString()) {
      byte[] cid = bytes(value.path("$link").stringValue());
      head(6, 42, out);
      head(2, cid.length + 1, out);
      out.write(0);
      out.writeBytes(cid);
    } else if (value.isObject() && value.size() == 1 && value.path("$bytes").isString()) {
      content(2, java.util.Base64.getDecoder().decode(value.path("$bytes").stringValue()), out);
    } else if (value.isObject()) {
      List<String> keys =
          value.propertyNames().stream()
              .sorted(Comparator.comparing(CborWriter::utf8, CborWriter::compare))
              .toList();
      head(5, keys.size(), out);
      for (String key : keys) {
        content(3, utf8(key), out);
        write(value.get(key), out);
      }
    } else if (value.isArray()) {
      head(4, value.size(), out);
      value.forEach(each -> write(each, out));
    } else if (value.isBinary()) {
      content(2, value.binaryValue(), out);
    } else if (value.isString()) {
      content(3, utf8(value.stringValue()), out);
    } else if (value.isNumber() && value.canConvertToExactIntegral()) {
      long number = value.longValue();
      head(number < 0 ? 1 : 0, number < 0 ? -1 - number : number, out);
    } else if (value.isBoolean()) {
      out.write(value.booleanValue() ? 0xf5 : 0xf4);
    } else {
      out.write(0xf6);
    }
  }

  private static int compare(byte[] one, byte[] other) {
    return one.length == other.length
        ? Arrays.compareUnsigned(one, other)
        : Integer.compare(one.length, other.length);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void content(int major, byte[] bytes, ByteArrayOutputStream out) {
    head(major, bytes.length, out);
    out.writeBytes(bytes);
  }

  private static void head(int major, long argument, ByteArrayOutputStream out) {
    int size =
        argument < 24
            ? 0
            : argument < 256 ? 1 : argument < 65536 ? 2 : argument >>> 32 == 0 ? 4 : 8;
    int info =
        switch (size) {
          case 0 -> (int) argument;
          case 1 -> 24;
          case 2 -> 25;
          case 4 -> 26;
          default -> 27;
        };
    out.write((major << 5) | info);
    for (int i = size - 1; i >= 0; i--) {
      out.write((int) (argument >>> (8 * i)));
    }
  }

  /** The bytes of an identifier in base32. */
  static byte[] bytes(String cid) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int held = 0;
    int bits = 0;
    for (char letter : cid.substring(1).toCharArray()) {
      held = ((held << 5) | BASE32.indexOf(letter)) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        out.write(held >> bits);
      }
    }
    return out.toByteArray();
  }

  /** A CAR file of those blocks. */
  static byte[] car(List<byte[]> blocks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String root = Cid.of(blocks.getFirst(), 0, blocks.getFirst().length, true).text();
    tools.jackson.databind.json.JsonMapper json = tools.jackson.databind.json.JsonMapper.shared();
    byte[] header =
        write(json.readTree("{\"version\":1,\"roots\":[{\"$link\":\"" + root + "\"}]}"));
    number(header.length, out);
    out.writeBytes(header);
    for (byte[] block : blocks) {
      byte[] cid = bytes(Cid.of(block, 0, block.length, true).text());
      number(cid.length + block.length, out);
      out.writeBytes(cid);
      out.writeBytes(block);
    }
    return out.toByteArray();
  }

  private static void number(int value, ByteArrayOutputStream out) {
    int rest = value;
    while (rest > 127) {
      out.write((rest & 127) | 128);
      rest >>>= 7;
    }
    out.write(rest);
  }

  static byte[] joined(byte[] one, byte[] other) {
    byte[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
