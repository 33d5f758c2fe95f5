package org.bedside.understanding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Anything published by somebody, as it reached us.
 *
 * @param id the caller's own key, returned unchanged
 * @param text the words of the post; every offset in an answer points into it
 * @param question what the writer was asked, as in surveys
 * @param rating stars given, usually 1 to 5
 * @param author name or handle shown beside the post
 * @param url where it can be read
 * @param source name of the source it came through
 * @param lang BCP 47 language tag when the source states one
 * @param country ISO 3166 alpha-2 code when the source states one
 * @param publishedAt when the writer published it
 */
public record Post(
    String id,
    String text,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String url,
    @Nullable String source,
    @Nullable String lang,
    @Nullable String country,
    @Nullable Instant publishedAt) {

  /** A post of which only the words are known. */
  public static Post of(String id, String text) {
    return new Post(id, text, null, null, null, null, null, null, null, null);
  }
}
