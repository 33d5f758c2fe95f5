package org.bedside.listening.mail;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was read.
 *
 * @param id its Message-ID
 * @param html its words as markup; null where it has none, as {@code plain}
 */
record Letter(
    @Nullable String id,
    String subject,
    @Nullable String sender,
    String address,
    @Nullable Instant sent,
    @Nullable String html,
    @Nullable String plain) {

  private static final Duration AHEAD = Duration.ofDays(1);

  /** The posts that it stands for: one for each hit of an alert, one for a newsletter. */
  List<RawPost> posts(Instant now) {
    Instant when = sent == null || sent.isAfter(now.plus(AHEAD)) ? null : sent;
    if (isAlert()) {
      List<Alert.Hit> hits = Alert.read(html, plain);
      if (!hits.isEmpty()) {
        return hits.stream().map(hit -> post(hit, when)).toList();
      }
    }
    String text = words();
    if (text.isBlank() && subject.isBlank()) {
      return List.of();
    }
    RawPost post =
        RawPost.of(key(), text.isBlank() ? subject : text)
            .by(sender, null, when)
            .titled(text.isBlank() || subject.isBlank() ? null : subject, null);
    return List.of(post);
  }

  /** Services that send alerts say so in their address or subject. */
  private boolean isAlert() {
    String from = address.toLowerCase(Locale.ROOT);
    String about = subject.toLowerCase(Locale.ROOT);
    return from.contains("alert")
        || from.contains("mention")
        || about.contains("alert")
        || about.startsWith("alerta");
  }

  private RawPost post(Alert.Hit hit, @Nullable Instant when) {
    String url = hit.url().toString();
    String text = hit.snippet().isBlank() ? hit.title() : hit.snippet();
    String title = hit.snippet().isBlank() ? null : hit.title();
    return RawPost.of(url, text).by(host(hit.url()), url, when).titled(title, null);
  }

  private static String host(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private String words() {
    if (html != null) {
      return PlainText.ofHtml(html);
    }
    return plain == null ? "" : PlainText.tidy(plain);
  }

  private String key() {
    return id != null
        ? id
        : "mail-" + hash(address + "\n" + sent + "\n" + subject + "\n" + words());
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum).substring(0, 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
