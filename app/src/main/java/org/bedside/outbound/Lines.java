package org.bedside.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines at LF, CR LF or CR, as RFC 9112 and server-sent events know them. */
final class Lines {

  private static final int LONGEST = 4 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean afterReturn;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Brings each line, without its end, until the stream ends. */
  void into(BoundedWire wire) throws IOException, InterruptedException {
    for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < got; i++) {
        byte b = buffer[i];
        if (b == '\n' && afterReturn) {
          from = i + 1;
          afterReturn = false;
        } else if (b == '\n' || b == '\r') {
          line.write(buffer, from, i - from);
          wire.bring(line.toByteArray());
          line.reset();
          from = i + 1;
          afterReturn = b == '\r';
        } else {
          afterReturn = false;
        }
      }
      line.write(buffer, from, got - from);
      if (line.size() > LONGEST) {
        throw new Problem("outbound.too-large", Integer.toString(LONGEST / (1024 * 1024)));
      }
    }
    if (line.size() > 0) {
      wire.bring(line.toByteArray());
    }
  }
}
