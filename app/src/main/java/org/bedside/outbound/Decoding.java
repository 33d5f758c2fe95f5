package org.bedside.outbound;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body whole, counting its bytes before and after decompression. */
final class Decoding {

  private static final int DEEPEST = 2;

  private Decoding() {}

  /**
   * @param encoding the Content-Encoding header
   * @throws Problem where it is too large or in an encoding that we did not ask for
   */
  static byte[] read(InputStream raw, @Nullable String encoding, int limit, Deadline deadline)
      throws IOException {
    InputStream in = new Counted(raw, limit, deadline);
    String[] layers = encoding == null ? new String[0] : encoding.split(",");
    if (layers.length > DEEPEST) {
      throw new Problem("outbound.encoding", "");
    }
    for (int i = layers.length - 1; i >= 0; i--) {
      in = decoded(in, layers[i].strip().toLowerCase(Locale.ROOT));
    }
    return all(new Counted(in, limit, deadline));
  }

  private static InputStream decoded(InputStream in, String layer) throws IOException {
    return switch (layer) {
      case "", "identity" -> in;
      case "gzip", "x-gzip" -> gunzip(in);
      case "deflate" -> inflate(in);
      default -> throw new Problem("outbound.encoding", "");
    };
  }

  /** Servers exist that say gzip and send plain bytes. */
  private static InputStream gunzip(InputStream in) throws IOException {
    PushbackInputStream ahead = new PushbackInputStream(in, 2);
    byte[] start = ahead.readNBytes(2);
    ahead.unread(start);
    boolean really = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return really ? new GZIPInputStream(ahead) : ahead;
  }

  /** "deflate" is zlib by RFC 9110, and bare deflate by some servers. */
  private static InputStream inflate(InputStream in) throws IOException {
    PushbackInputStream ahead = new PushbackInputStream(in, 1);
    int first = ahead.read();
    if (first < 0) {
      return ahead;
    }
    ahead.unread(first);
    boolean zlib = (first & 0x0f) == 8 && (first & 0xf0) <= 0x70;
    return new InflaterInputStream(ahead, new Inflater(!zlib));
  }

  private static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    in.transferTo(out);
    return out.toByteArray();
  }

  private static final class Counted extends FilterInputStream {
    private final int limit;
    private final Deadline deadline;
    private long count;

    private Counted(InputStream in, int limit, Deadline deadline) {
      super(in);
      this.limit = limit;
      this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      count(Math.max(0, n));
      return n;
    }

    private void count(int more) throws Problem {
      count += more;
      if (count > limit) {
        throw new Problem("outbound.too-large", Integer.toString(limit / (1024 * 1024)));
      }
      if (deadline.passed()) {
        throw new Problem("outbound.too-slow", "");
      }
    }
  }
}
