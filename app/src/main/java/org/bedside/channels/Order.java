package org.bedside.channels;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reply to be sent.
 *
 * @param key of whoever orders it: one delivery each, however often it is ordered
 * @param channel that it goes out through
 * @param inReplyTo the post's key at its source, as listening stores it
 * @param postUrl where people read the post
 * @param language as BCP 47
 * @param attachments as many as the rules of the network take; kept with the delivery
 * @param notAfter when it is too late to send it
 */
public record Order(
    UUID key,
    UUID channel,
    String inReplyTo,
    @Nullable String postUrl,
    String text,
    String language,
    List<Attachment> attachments,
    @Nullable Instant notAfter) {

  public Order {
    attachments = List.copyOf(attachments);
  }

  /** With nothing but words, and no end. */
  public static Order of(
      UUID key,
      UUID channel,
      String inReplyTo,
      @Nullable String postUrl,
      String text,
      String language) {
    return new Order(key, channel, inReplyTo, postUrl, text, language, List.of(), null);
  }
}
