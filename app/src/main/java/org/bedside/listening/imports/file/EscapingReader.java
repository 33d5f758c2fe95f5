package org.bedside.listening.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes text and marks each place that can't be decoded with a low surrogate that stands alone.
 * No decoder puts one out by itself, so the row that holds one can be told from every other.
 */
final class EscapingReader extends Reader {

  private static final char ESCAPE = '\uDC00';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
  private boolean end;

  EscapingReader(InputStream in, Encoding encoding) throws IOException {
    this.in = in;
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    in.skipNBytes(encoding.skip());
  }

  /** Whether {@code text} holds a mark. */
  static boolean isMarked(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
    while (true) {
      CoderResult result = decoder.decode(bytes, out, end);
      if (result.isError()) {
        if (!out.hasRemaining()) {
          return length;
        }
        out.put((char) (ESCAPE + (bytes.get(bytes.position()) & 0xFF)));
        bytes.position(bytes.position() + result.length());
      } else if (result.isOverflow() || out.position() > 0) {
        return out.position();
      } else if (end) {
        return -1;
      } else {
        fill();
      }
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      end = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
