package org.bedside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes, each up to a limit, however long the input is. Not thread-safe. */
final class Lines {

  /** Of a longer line the rest is skipped. */
  static final int LONGEST = 16 << 20;

  /**
   * One line that isn't blank.
   *
   * @param number counted from 1
   * @param text null where the line was longer than {@link #LONGEST} bytes
   */
  record Line(long number, @Nullable String text) {}

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;
  private byte[] line = new byte[1 << 12];

  Lines(InputStream in) {
    this.in = in;
  }

  /** The next line that isn't blank, or null at the end. */
  @Nullable Line next() throws IOException {
    while (true) {
      int length = 0;
      boolean any = false;
      boolean tooLong = false;
      while (at < end || fill()) {
        any = true;
        byte b = buffer[at++];
        if (b == '\n') {
          break;
        }
        if (length == LONGEST) {
          tooLong = true;
        } else {
          if (length == line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, length * 2));
          }
          line[length++] = b;
        }
      }
      if (!any) {
        return null;
      }
      number++;
      if (tooLong) {
        return new Line(number, null);
      }
      String text = new String(line, 0, length, StandardCharsets.UTF_8);
      if (number == 1 && text.startsWith("\uFEFF")) {
        text = text.substring(1);
      }
      if (!text.isBlank()) {
        return new Line(number, text);
      }
    }
  }

  /** Whether a line may be had without waiting for it. */
  boolean ready() throws IOException {
    return at < end || in.available() > 0;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = in.read(buffer);
    return end > 0;
  }
}
