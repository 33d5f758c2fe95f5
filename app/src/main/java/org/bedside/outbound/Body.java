package org.bedside.outbound;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;

/** The bytes of an answer, decompressed, within the request's limit. */
public final class Body {

  private final byte[] bytes;

  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes; the caller owns the copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }

  /** The text in {@code charset}; what it can't read becomes U+FFFD. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
