package org.bedside.demo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bedside.listening.RawPost;
import org.jspecify.annotations.Nullable;

/**
 * An invented post.
 *
 * @param key the same at every start, so that a filling that was cut off goes on where it was
 * @param place where the source says it is about; null where it doesn't say
 */
record SamplePost(
    String key,
    Outlet outlet,
    String text,
    @Nullable String title,
    @Nullable String question,
    @Nullable Double rating,
    @Nullable String author,
    @Nullable String lang,
    Instant publishedAt,
    @Nullable Place place) {

  RawPost raw(Map<Place, UUID> places) {
    return new RawPost(
        key,
        text,
        title,
        question,
        rating,
        author,
        outlet == Outlet.SURVEY ? null : "https://posts.example/" + key,
        lang,
        "US",
        publishedAt,
        place == null ? null : places.get(place));
  }
}
