package org.bedside.listening.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/** A post made fit to be stored: no NUL, no half characters, a key, a time. */
record Normalised(
    int index,
    String externalId,
    String text,
    @Nullable String title,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String url,
    @Nullable String lang,
    @Nullable String country,
    Instant publishedAt,
    @Nullable UUID location,
    @Nullable String replyTo,
    @Nullable Reach reach,
    String hash) {

  /** Far above the longest post of any network; what is longer is not a post. */
  static final int LONGEST_TEXT = 200_000;

  private static final int LONGEST_FIELD = 2_000;
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** The code of what keeps {@code raw} from being stored, or null. */
  static @Nullable String problem(RawPost raw) {
    if (raw.text().isBlank() && raw.rating() == null) {
      return "intake.empty";
    }
    if (raw.text().length() > LONGEST_TEXT) {
      return "intake.too-long";
    }
    Double rating = raw.rating();
    if (rating != null && (rating.isNaN() || rating < 0 || rating > 10)) {
      return "intake.rating";
    }
    Instant at = raw.publishedAt();
    return at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST)) ? "intake.date" : null;
  }

  static Normalised of(int index, RawPost raw, Instant now) {
    String text = clean(raw.text());
    String title = field(raw.title());
    String hash = hash(text, title, raw.rating());
    return new Normalised(
        index,
        id(raw, hash),
        text,
        title,
        field(raw.question()),
        raw.rating(),
        field(raw.author()),
        field(raw.url()),
        field(raw.lang()),
        field(raw.country()),
        raw.publishedAt() == null ? now : raw.publishedAt(),
        raw.location(),
        field(raw.replyTo()),
        raw.reach(),
        hash);
  }

  /** The key under which it would be stored. */
  static String id(RawPost raw) {
    return id(raw, null);
  }

  private static String id(RawPost raw, @Nullable String hash) {
    String id = field(raw.externalId());
    if (id != null && !id.isBlank()) {
      return id;
    }
    String content =
        hash == null ? hash(clean(raw.text()), field(raw.title()), raw.rating()) : hash;
    return "content:" + content.substring(0, 32);
  }

  /** As watches see it. */
  Post asPost(String sourceName) {
    return post(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        sourceName,
        lang,
        country,
        publishedAt);
  }

  /** As watches would see it once it is stored, without the work of making it fit for that. */
  static Post asPost(RawPost raw, String sourceName, Instant now) {
    return post(
        id(raw),
        clean(raw.text()),
        field(raw.title()),
        field(raw.question()),
        raw.rating(),
        field(raw.author()),
        field(raw.url()),
        sourceName,
        field(raw.lang()),
        field(raw.country()),
        raw.publishedAt() == null ? now : raw.publishedAt());
  }

  private static Post post(
      String id,
      String text,
      @Nullable String title,
      @Nullable String question,
      @Nullable Double rating,
      @Nullable String author,
      @Nullable String url,
      String sourceName,
      @Nullable String lang,
      @Nullable String country,
      Instant publishedAt) {
    String words = title == null ? text : title + "\n" + text;
    return new Post(
        id, words, question, rating, author, url, sourceName, lang, country, publishedAt);
  }

  private static @Nullable String field(@Nullable String value) {
    if (value == null) {
      return null;
    }
    String cleaned = clean(value).strip();
    return cleaned.length() <= LONGEST_FIELD ? cleaned : clean(cleaned.substring(0, LONGEST_FIELD));
  }

  /** PostgreSQL can hold neither NUL nor half of a surrogate pair. */
  static String clean(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean bad = c == 0 || (Character.isSurrogate(c) && !pair);
      if (bad && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null) {
        if (bad) {
          out.append('\uFFFD');
        } else {
          out.append(c);
          if (pair) {
            out.append(text.charAt(i + 1));
          }
        }
      }
      if (pair) {
        i++;
      }
    }
    return out == null ? text : out.toString();
  }

  private static String hash(String text, @Nullable String title, @Nullable Double rating) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(text.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update((title == null ? "" : title).getBytes(StandardCharsets.UTF_8));
      sha.update((byte) 0);
      sha.update((rating == null ? "" : rating.toString()).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
