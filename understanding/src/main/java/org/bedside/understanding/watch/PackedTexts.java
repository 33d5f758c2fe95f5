package org.bedside.understanding.watch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Many short texts in one piece of memory: a byte a character where a text has only Latin ones,
 * else two, so that every text comes back as it was, lone surrogates too. Not changed once shared.
 */
final class PackedTexts {

  private byte[] bytes = new byte[64];
  private int[] from = new int[8];
  private int size;

  /** Set in the offset of a text that takes two bytes a character. */
  private static final int WIDE = 1 << 31;

  /**
   * Adds a text at the end.
   *
   * @throws IllegalStateException where all of them would take more than 2 GB
   */
  void add(String text) {
    boolean wide = !isLatin(text);
    int length = text.length() << (wide ? 1 : 0);
    int at = end();
    room(at, length);
    if (wide) {
      for (int i = 0; i < text.length(); i++) {
        bytes[at + 2 * i] = (byte) (text.charAt(i) >>> 8);
        bytes[at + 2 * i + 1] = (byte) text.charAt(i);
      }
      from[size] |= WIDE;
    } else {
      byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(latin, 0, bytes, at, length);
    }
    from[++size] = at + length;
  }

  private void room(int at, int length) {
    if ((long) at + length > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException("too much text in one set of watches");
    }
    if (at + length > bytes.length) {
      int half = bytes.length + (bytes.length >> 1);
      bytes = Arrays.copyOf(bytes, half < 0 ? Integer.MAX_VALUE - 16 : Math.max(at + length, half));
    }
    if (size + 1 == from.length) {
      from = Arrays.copyOf(from, size + (size >> 1) + 2);
    }
  }

  private static boolean isLatin(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xFF) {
        return false;
      }
    }
    return true;
  }

  private int end() {
    return from[size];
  }

  /** Gives back the room that growing has left over. */
  PackedTexts trimmed() {
    bytes = Arrays.copyOf(bytes, end());
    from = Arrays.copyOf(from, size + 1);
    return this;
  }

  int size() {
    return size;
  }

  String get(int index) {
    int at = from[index] & ~WIDE;
    int length = (from[index + 1] & ~WIDE) - at;
    if ((from[index] & WIDE) == 0) {
      return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }
    char[] chars = new char[length / 2];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ((bytes[at + 2 * i] & 0xFF) << 8 | (bytes[at + 2 * i + 1] & 0xFF));
    }
    return new String(chars);
  }
}
