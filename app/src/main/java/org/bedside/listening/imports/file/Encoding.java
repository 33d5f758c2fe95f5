package org.bedside.listening.imports.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The encoding of a text file.
 *
 * @param skip bytes of a byte-order mark
 */
record Encoding(Charset charset, int skip) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SAMPLE = 8192;

  /**
   * Looks for a byte-order mark, then for the zeros that UTF-16 leaves between Latin letters, then
   * reads all of it as UTF-8. A few broken sequences among many good ones are broken rows; more bad
   * than good ones are Windows-1252.
   */
  static Encoding of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(SAMPLE);
    }
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new Encoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return new Encoding(StandardCharsets.UTF_16LE, 2);
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return new Encoding(StandardCharsets.UTF_16BE, 2);
    }
    int zerosFirst = 0;
    int zerosSecond = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0 && i % 2 == 0) {
        zerosFirst++;
      } else if (start[i] == 0) {
        zerosSecond++;
      }
    }
    int pairs = start.length / 2;
    if (pairs > 1 && zerosSecond > pairs / 2 && zerosFirst < pairs / 10) {
      return new Encoding(StandardCharsets.UTF_16LE, 0);
    }
    if (pairs > 1 && zerosFirst > pairs / 2 && zerosSecond < pairs / 10) {
      return new Encoding(StandardCharsets.UTF_16BE, 0);
    }
    return new Encoding(mostlyUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean mostlyUtf8(Path file) throws IOException {
    long good = 0;
    long bad = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int awaited = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (awaited > 0 && (b & 0xC0) == 0x80) {
          awaited--;
          good += awaited == 0 ? 1 : 0;
          continue;
        }
        bad += awaited > 0 ? 1 : 0;
        awaited = 0;
        if (b >= 0xC2 && b <= 0xF4) {
          awaited = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        } else if (b >= 0x80) {
          bad++;
        }
      }
      bad += awaited > 0 ? 1 : 0;
    }
    return bad == 0 || good > bad;
  }
}
