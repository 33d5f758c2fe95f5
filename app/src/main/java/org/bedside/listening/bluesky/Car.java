package org.bedside.listening.bluesky;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The blocks of a CAR file, version 1, each checked against its identifier. */
final class Car {

  private static final int MOST_BLOCKS = 20_000;

  private final byte[] bytes;
  private final Map<String, Block> blocks;

  private record Block(int from, int to) {}

  private Car(byte[] bytes, Map<String, Block> blocks) {
    this.bytes = bytes;
    this.blocks = blocks;
  }

  /** Reads and checks all of it. The bytes are not copied. */
  static Car read(byte[] bytes) throws MalformedException {
    Cursor cursor = new Cursor(bytes);
    int head = cursor.length();
    JsonNode header = DagCbor.read(bytes, cursor.at, cursor.at + head);
    cursor.at += head;
    if (header.path("version").asInt(0) != 1 || !header.path("roots").isArray()) {
      throw new MalformedException("not a CAR of version 1");
    }
    Map<String, Block> blocks = new HashMap<>();
    while (cursor.at < bytes.length) {
      int length = cursor.length();
      int end = cursor.at + length;
      Cid cid = Cid.read(bytes, cursor.at, end);
      Block block = new Block(cursor.at + cid.length(), end);
      if (!Cid.of(bytes, block.from(), end, cid.isCbor()).equals(cid)) {
        throw new MalformedException("a block that isn't what its identifier says");
      }
      blocks.put(cid.text(), block);
      if (blocks.size() > MOST_BLOCKS) {
        throw new MalformedException("too many blocks");
      }
      cursor.at = end;
    }
    return new Car(bytes, blocks);
  }

  /** The value in the block of that identifier, or null where it isn't there. */
  @Nullable JsonNode value(String cid) throws MalformedException {
    Block block = blocks.get(cid);
    return block == null ? null : DagCbor.read(bytes, block.from(), block.to());
  }

  int size() {
    return blocks.size();
  }

  private static final class Cursor {

    private static final int LONGEST_NUMBER = 5;

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
      this.bytes = bytes;
    }

    /** An unsigned number in LEB128, no greater than what is left. */
    int length() throws MalformedException {
      long value = 0;
      for (int i = 0; i < LONGEST_NUMBER; i++) {
        if (at >= bytes.length) {
          throw new MalformedException("cut off");
        }
        int next = bytes[at++] & 0xff;
        value |= (long) (next & 127) << (7 * i);
        if (next < 128) {
          if ((next == 0 && i > 0) || value > bytes.length - at) {
            throw new MalformedException("longer than what is there");
          }
          return (int) value;
        }
      }
      throw new MalformedException("a length without end");
    }
  }
}
