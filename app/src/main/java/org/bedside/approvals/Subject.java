package org.bedside.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to go out, and what matters to whether somebody must agree.
 *
 * @param kind of the caller's choosing, such as {@code reply}; with {@code id} it tells subjects
 *     apart
 * @param title what it answers, in the words of the screen; it is shown to those who decide
 * @param text exactly what would go out
 * @param link path of the page that it belongs to, beginning with a slash
 * @param network where it would go out; null where that isn't known
 * @param language of the text, such as {@code es}; null where that isn't known
 * @param topics labels of themes
 * @param author the membership, or the token, that wrote it
 * @param last its own last moment, after which it is pointless; null where it has none
 * @param replaces what stands there now and would be gone; null where nothing does
 */
public record Subject(
    String kind,
    String id,
    String title,
    String text,
    String link,
    @Nullable String network,
    @Nullable String language,
    Set<String> topics,
    Risk risk,
    UUID author,
    @Nullable Instant last,
    @Nullable String replaces) {

  public Subject {
    if (kind.isBlank() || id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("What is to be agreed to has a kind, an id and a text");
    }
    if (!link.startsWith("/") || link.startsWith("//")) {
      throw new IllegalArgumentException("The link leads to a page of this server");
    }
    topics = Set.copyOf(topics);
  }

  /** Something new, that takes the place of nothing. */
  public Subject(
      String kind,
      String id,
      String title,
      String text,
      String link,
      @Nullable String network,
      @Nullable String language,
      Set<String> topics,
      Risk risk,
      UUID author,
      @Nullable Instant last) {
    this(kind, id, title, text, link, network, language, topics, risk, author, last, null);
  }

  /** SHA-256 of the text, to which an approval is bound. */
  public String textHash() {
    return hash(text);
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
