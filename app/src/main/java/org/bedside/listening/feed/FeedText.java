package org.bedside.listening.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a feed into text, whatever charset it claims. Believed in this order, each
 * only where the bytes really are in it: byte order mark, UTF-8, the server (RFC 7303), the XML
 * declaration, windows-1252, which reads anything.
 *
 * <p>UTF-8 comes before what is stated, since text in another charset is practically never valid
 * UTF-8 by chance, while a wrong label is common.
 */
final class FeedText {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._-]{1,40})");

  private FeedText() {}

  /** The text without byte order mark, leading blanks and characters that XML forbids. */
  static String decode(byte[] bytes, @Nullable Charset stated) {
    for (Charset charset : candidates(bytes, stated)) {
      String text = strictly(bytes, charset);
      if (text != null) {
        return clean(text);
      }
    }
    return clean(new String(bytes, WINDOWS_1252));
  }

  private static List<Charset> candidates(byte[] bytes, @Nullable Charset stated) {
    List<Charset> order = new ArrayList<>();
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
      order.add(StandardCharsets.UTF_16LE);
    } else if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
      order.add(StandardCharsets.UTF_16BE);
    }
    Charset declared = declared(bytes);
    boolean seven = declared != null && declared.name().startsWith("ISO-2022");
    if (!seven) {
      order.add(StandardCharsets.UTF_8);
    }
    if (stated != null) {
      order.add(stated);
    }
    if (declared != null) {
      order.add(declared);
    }
    order.add(WINDOWS_1252);
    return order;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static @Nullable Charset declared(byte[] bytes) {
    byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, 400));
    Matcher matcher = DECLARED.matcher(new String(start, StandardCharsets.ISO_8859_1));
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      // Browsers read Latin-1 as the larger windows-1252, and so do those who write it.
      return charset.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : charset;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String strictly(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean kept = c >= 0x20 || c == '\n' || c == '\r' || c == '\t';
      if (kept && c != '\uFFFE' && c != '\uFFFF' && !(c == '\uFEFF' && out.isEmpty())) {
        out.append(c);
      }
    }
    return out.toString().stripLeading();
  }
}
