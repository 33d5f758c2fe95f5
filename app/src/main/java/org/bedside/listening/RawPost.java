package org.bedside.listening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as a connector brought it, before anything was checked.
 *
 * @param externalId the source's own key; where it has none, the content is its key
 * @param rating stars, 0 to 10
 * @param publishedAt where the source doesn't say, the time of receipt is taken
 * @param location a place of the organization that the source says it is about
 */
public record RawPost(
    @Nullable String externalId,
    String text,
    @Nullable String title,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String url,
    @Nullable String lang,
    @Nullable String country,
    @Nullable Instant publishedAt,
    @Nullable UUID location) {

  /** A post of which only key and words are known. */
  public static RawPost of(String externalId, String text) {
    return new RawPost(externalId, text, null, null, null, null, null, null, null, null, null);
  }
}
