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
 * @param replyTo the source's key of the post that this one answers
 * @param reach how far it went as the source counts now; null where it doesn't say
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
    @Nullable UUID location,
    @Nullable String replyTo,
    @Nullable Reach reach) {

  /** One that answers no other and whose reach isn't known. */
  public RawPost(
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
    this(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        lang,
        country,
        publishedAt,
        location,
        null,
        null);
  }

  /** A post of which only key and words are known. */
  public static RawPost of(String externalId, String text) {
    return new RawPost(externalId, text, null, null, null, null, null, null, null, null, null);
  }

  /** The same by somebody, at an address, at a time. */
  public RawPost by(@Nullable String author, @Nullable String url, @Nullable Instant publishedAt) {
    return new RawPost(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        lang,
        country,
        publishedAt,
        location,
        replyTo,
        reach);
  }

  /** The same in a language, as its BCP 47 tag. */
  public RawPost in(@Nullable String lang) {
    return new RawPost(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        lang,
        country,
        publishedAt,
        location,
        replyTo,
        reach);
  }

  /** The same with a title and stars. */
  public RawPost titled(@Nullable String title, @Nullable Double rating) {
    return new RawPost(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        lang,
        country,
        publishedAt,
        location,
        replyTo,
        reach);
  }

  /** The same as an answer to another post, and with its reach. */
  public RawPost within(@Nullable String replyTo, @Nullable Reach reach) {
    return new RawPost(
        externalId,
        text,
        title,
        question,
        rating,
        author,
        url,
        lang,
        country,
        publishedAt,
        location,
        replyTo,
        reach);
  }
}
