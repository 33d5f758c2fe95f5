package org.bedside.listening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/**
 * A post that concerns the organization.
 *
 * @param version of the post, from 1; raised by each edit at the source
 * @param watches the watches that matched; empty where the source is about the organization anyway
 * @param fromHistory whether it was found among posts that had been stored before, so it is no news
 */
public record Mention(
    long id,
    UUID source,
    String sourceName,
    String externalId,
    int version,
    String text,
    @Nullable String title,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String url,
    @Nullable String lang,
    @Nullable String country,
    Instant publishedAt,
    Instant receivedAt,
    @Nullable UUID location,
    List<UUID> watches,
    boolean fromHistory) {

  public Mention {
    watches = List.copyOf(watches);
  }

  /** As it is understood; the offsets of what is found point into the text. */
  public Post asPost() {
    return asPost(Long.toString(id));
  }

  /** The same under another id. */
  public Post asPost(String other) {
    return new Post(
        other, text, question, rating, author, url, sourceName, lang, country, publishedAt);
  }

  /** What was said and nothing of who said it, where or when. */
  public Post wordsOnly() {
    return new Post("", text, question, null, null, null, null, lang, null, null);
  }
}
