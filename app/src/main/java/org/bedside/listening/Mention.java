package org.bedside.listening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
}
