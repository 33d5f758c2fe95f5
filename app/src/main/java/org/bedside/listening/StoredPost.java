package org.bedside.listening;

import java.time.Instant;
import java.util.UUID;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is stored, mention or not.
 *
 * @param mention the mention's id, where it is one
 */
public record StoredPost(
    long id,
    UUID source,
    String sourceName,
    String text,
    @Nullable String title,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String url,
    @Nullable String lang,
    @Nullable String country,
    Instant publishedAt,
    @Nullable Long mention) {

  /** Title and text as watches read them. */
  public String words() {
    return title == null ? text : title + "\n" + text;
  }

  /** As watches see it. */
  public Post asPost() {
    return new Post(
        Long.toString(id),
        words(),
        question,
        rating,
        author,
        url,
        sourceName,
        lang,
        country,
        publishedAt);
  }
}
