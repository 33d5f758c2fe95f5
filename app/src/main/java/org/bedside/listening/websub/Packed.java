package org.bedside.listening.websub;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A body as it was sent. */
final class Packed {

  private Packed() {}

  /** It is larger than what is taken. */
  static final class TooLargeException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  static byte[] read(InputStream in, int limit) throws IOException, TooLargeException {
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw new TooLargeException();
    }
    return bytes;
  }

  /**
   * What was packed.
   *
   * @param encoding the header Content-Encoding
   * @throws IOException where it is broken or packed in another way than gzip or deflate
   */
  static byte[] open(byte[] sent, @Nullable String encoding, int limit)
      throws IOException, TooLargeException {
    InputStream in = new ByteArrayInputStream(sent);
    return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> sent;
      case "gzip", "x-gzip" -> read(new GZIPInputStream(in), limit);
      case "deflate" -> read(new InflaterInputStream(in), limit);
      default -> throw new IOException("unknown encoding");
    };
  }
}
