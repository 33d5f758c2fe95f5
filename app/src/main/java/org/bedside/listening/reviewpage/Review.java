package org.bedside.listening.reviewpage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;

/**
 * A review as its page shows it.
 *
 * @param id the page's own key of it; null where it has none or gives it to several
 * @param stars 0 to 5
 */
record Review(
    @Nullable String id,
    @Nullable String author,
    @Nullable Instant published,
    @Nullable String title,
    String text,
    @Nullable Double stars,
    @Nullable String url,
    @Nullable String lang) {

  /** The page's key, or one made of author, day and words. */
  String key() {
    return id != null ? id : "r-" + hash(pair() + "\n" + plain(title) + "\n" + plain(text), 24);
  }

  /** What stays when its words are edited; empty where nothing is known of author and day. */
  String pair() {
    String who = plain(author);
    String day = published == null ? "" : published.atZone(ZoneOffset.UTC).toLocalDate().toString();
    return who.isEmpty() && day.isEmpty() ? "" : hash(who + "\n" + day, 10);
  }

  RawPost post(String key, String page) {
    return RawPost.of(key, text)
        .by(author, url == null ? page : url, published)
        .in(lang)
        .titled(title, stars);
  }

  /** How a page breaks lines or writes capitals makes no other review. */
  private static String plain(@Nullable String text) {
    return text == null
        ? ""
        : String.join(" ", text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
  }

  private static String hash(String text, int digits) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, digits);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
