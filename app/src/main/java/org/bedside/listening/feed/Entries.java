package org.bedside.listening.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;

/** Collects the entries of one feed as posts, each key once. */
final class Entries {

  private static final int MOST = 2_000;
  private static final Duration AHEAD = Duration.ofDays(1);

  private final Instant now;
  private final Map<String, RawPost> byKey = new LinkedHashMap<>();

  /**
   * @param now a date further ahead than a day is not believed
   */
  Entries(Instant now) {
    this.now = now;
  }

  /**
   * An entry as the feed has it, its words already plain.
   *
   * @param id the entry's own key
   */
  record Entry(
      @Nullable String id,
      @Nullable String link,
      String title,
      String text,
      @Nullable String author,
      @Nullable String lang,
      @Nullable Instant published) {}

  /** Adds an entry; one without any words is left out. */
  void add(Entry entry) {
    if (byKey.size() >= MOST || (entry.title().isBlank() && entry.text().isBlank())) {
      return;
    }
    boolean untitled = entry.title().isBlank() || entry.text().isBlank();
    String text = entry.text().isBlank() ? entry.title() : entry.text();
    Instant published = entry.published();
    boolean believed = published != null && published.isBefore(now.plus(AHEAD));
    String id = blankToNull(entry.id()) != null ? entry.id() : entry.link();
    RawPost post =
        new RawPost(
            cut(id, 2_000),
            text,
            untitled ? null : cut(entry.title(), 1_000),
            null,
            null,
            cut(blankToNull(entry.author()), 300),
            entry.link(),
            language(entry.lang()),
            null,
            believed ? published : null,
            null);
    put(post);
  }

  /**
   * The first of equal keys stays, as feeds have the newest first. Feeds exist that give every
   * entry the same key; there the link tells them apart.
   */
  private void put(RawPost post) {
    String key = post.externalId() == null ? contentKey(post) : post.externalId();
    RawPost known = byKey.putIfAbsent(key, post);
    boolean another = known != null && post.url() != null && !post.url().equals(known.url());
    if (another) {
      String wider = key + " " + post.url();
      byKey.putIfAbsent(wider, withId(post, wider));
    }
  }

  private static RawPost withId(RawPost post, String id) {
    return new RawPost(
        id,
        post.text(),
        post.title(),
        null,
        null,
        post.author(),
        post.url(),
        post.lang(),
        null,
        post.publishedAt(),
        null);
  }

  private static String contentKey(RawPost post) {
    return "\u0000" + post.title() + "\u0000" + post.text();
  }

  List<RawPost> posts() {
    return new ArrayList<>(byKey.values());
  }

  private static @Nullable String language(@Nullable String written) {
    if (written == null || written.isBlank() || written.length() > 35) {
      return null;
    }
    String tag = Locale.forLanguageTag(written.strip().replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable String cut(@Nullable String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
