package org.bedside.listening.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail, whatever is wrong with it: at least its subject. Attachments are not fetched, and
 * of a text not more than two megabytes.
 */
final class LetterReader {

  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int DEEPEST = 10;
  private static final int MOST_PARTS = 60;
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private @Nullable String html;
  private @Nullable String plain;
  private int parts;

  private LetterReader() {}

  /**
   * @throws MessagingException where the connection is lost, not for what the mail is
   */
  static Letter read(Message message) throws MessagingException {
    LetterReader reader = new LetterReader();
    try {
      reader.part(message, 0);
    } catch (IOException | MessagingException | RuntimeException e) {
      // What could be read of it stands; a lost connection shows at the next command.
      if (!message.getFolder().isOpen()) {
        throw new MessagingException("The connection was lost", new IOException(e));
      }
    }
    @Nullable Address sender = sender(message);
    return new Letter(
        header(message, "Message-ID"),
        subject(message),
        name(sender),
        sender instanceof InternetAddress address && address.getAddress() != null
            ? address.getAddress()
            : String.valueOf(header(message, "From")),
        sent(message),
        reader.html,
        reader.plain);
  }

  private void part(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || parts++ > MOST_PARTS) {
      return;
    }
    if (Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
      return;
    }
    if (part.isMimeType("multipart/*")) {
      if (part.getContent() instanceof Multipart many) {
        for (int i = 0; i < many.getCount(); i++) {
          BodyPart one = many.getBodyPart(i);
          part(one, depth + 1);
        }
      }
    } else if (part.isMimeType("message/rfc822")) {
      if (part.getContent() instanceof Part forwarded) {
        part(forwarded, depth + 1);
      }
    } else if (part.isMimeType("text/html")) {
      html = html == null ? text(part) : html;
    } else if (part.isMimeType("text/plain")) {
      plain = plain == null ? text(part) : plain;
    }
  }

  private static @Nullable String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException e) {
      return null;
    }
  }

  private static @Nullable String text(Part part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      return decoded(bytes, part.getContentType());
    } catch (MessagingException | RuntimeException e) {
      // Encoded in a way that nobody knows.
      return null;
    }
  }

  /** Believed in this order: what is valid UTF-8, the charset stated, windows-1252. */
  private static String decoded(byte[] bytes, @Nullable String type) {
    Charset stated = charset(type);
    boolean sevenBit = stated != null && stated.name().startsWith("ISO-2022");
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, stated}) {
      try {
        if (charset != null && !(sevenBit && charset.equals(StandardCharsets.UTF_8))) {
          return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
      } catch (CharacterCodingException e) {
        // The next one.
      }
    }
    return new String(bytes, stated == null ? WINDOWS_1252 : stated);
  }

  private static @Nullable Charset charset(@Nullable String type) {
    try {
      String stated = type == null ? null : new ContentType(type).getParameter("charset");
      return stated == null ? null : Charset.forName(MimeUtility.javaCharset(stated.strip()));
    } catch (ParseException | IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable String header(Message message, String name) {
    try {
      String[] values = message.getHeader(name);
      String value = values == null || values.length == 0 ? "" : values[0].strip();
      return value.isEmpty() ? null : value.substring(0, Math.min(500, value.length()));
    } catch (MessagingException | RuntimeException e) {
      return null;
    }
  }

  private static String subject(Message message) {
    String raw;
    try {
      raw = message.getSubject();
    } catch (MessagingException | RuntimeException e) {
      raw = header(message, "Subject");
    }
    String text = PlainText.tidy(raw == null ? "" : unfolded(raw)).replace('\n', ' ');
    return text.substring(0, Math.min(1_000, text.length()));
  }

  /** Encoded words that an encoder broke in two are read as well. */
  private static String unfolded(String text) {
    try {
      return text.contains("=?") ? MimeUtility.decodeText(MimeUtility.unfold(text)) : text;
    } catch (UnsupportedEncodingException e) {
      return text;
    }
  }

  private static @Nullable Address sender(Message message) {
    try {
      Address[] from = message.getFrom();
      return from == null || from.length == 0 ? null : from[0];
    } catch (MessagingException | RuntimeException e) {
      return null;
    }
  }

  private static @Nullable String name(@Nullable Address sender) {
    if (!(sender instanceof InternetAddress address)) {
      return null;
    }
    String name = address.getPersonal();
    String shown = name == null || name.isBlank() ? address.getAddress() : PlainText.tidy(name);
    return shown == null ? null : shown.substring(0, Math.min(300, shown.length()));
  }

  private static @Nullable Instant sent(Message message) {
    try {
      Date sent = message.getSentDate();
      Date known = sent == null ? message.getReceivedDate() : sent;
      return known == null ? null : known.toInstant();
    } catch (MessagingException | RuntimeException e) {
      return null;
    }
  }
}
