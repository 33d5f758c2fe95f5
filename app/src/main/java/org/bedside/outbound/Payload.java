package org.bedside.outbound;

import java.nio.charset.StandardCharsets;

/** The bytes of a request. Immutable. */
public final class Payload {

  /** More than that is not sent, in bytes. */
  public static final int MOST_BYTES = 16 * 1024 * 1024;

  private final byte[] bytes;

  private Payload(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes a copy. */
  public static Payload of(byte[] bytes) {
    return new Payload(bytes.clone());
  }

  /** As UTF-8. */
  public static Payload of(String text) {
    return new Payload(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  boolean tooLarge() {
    return bytes.length > MOST_BYTES;
  }

  /** Not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
