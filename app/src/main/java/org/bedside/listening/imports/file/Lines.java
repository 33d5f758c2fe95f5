package org.bedside.listening.imports.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** Lines of a text; of one that is too long only its beginning is kept. Not thread-safe. */
final class Lines implements Closeable {

  private static final int LONGEST = 4_000_000;

  private final Reader text;
  private final char[] buffer = new char[1 << 15];
  private int from;
  private int to;
  private long number;
  private boolean tooLong;

  Lines(Reader text) {
    this.text = text;
  }

  /** The number of the line read last, from 1. */
  long number() {
    return number;
  }

  /** Whether the line read last was cut. */
  boolean wasTooLong() {
    return tooLong;
  }

  /** The next line without its end, or null after the last one. */
  @Nullable String next() throws IOException {
    StringBuilder line = new StringBuilder();
    tooLong = false;
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int start = from;
      while (from < to && buffer[from] != '\n') {
        from++;
      }
      int room = Math.min(from - start, LONGEST - line.length());
      tooLong |= room < from - start;
      line.append(buffer, start, room);
      if (from < to) {
        from++;
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    int length = line.length();
    return length > 0 && line.charAt(length - 1) == '\r'
        ? line.substring(0, length - 1)
        : line.toString();
  }

  private boolean fill() throws IOException {
    int read = text.read(buffer, 0, buffer.length);
    from = 0;
    to = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
