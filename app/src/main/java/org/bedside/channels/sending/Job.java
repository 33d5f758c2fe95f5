package org.bedside.channels.sending;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as whoever sends it needs it.
 *
 * @param key of the order
 * @param attempt that this is; what comes of it counts only as long as no other has begun
 * @param networkKey under which the network knows it before it is there
 * @param newText what an edit puts in the text's place
 * @param firstBegan when the first attempt began
 * @param lastBegan when the last attempt to send began
 * @param doubt whether an attempt before this one ended without our knowing how
 * @param unknownSince since when nobody knows whether it is there
 * @param looks how often the network was asked about that
 * @param notAfter when it is too late to send it
 * @param queuedAt when it was ordered
 * @param pictures that go with it, where it is to be sent; else none
 */
public record Job(
    UUID id,
    UUID key,
    UUID channel,
    UUID attempt,
    String networkKey,
    String inReplyTo,
    String text,
    @Nullable String newText,
    String language,
    int attempts,
    @Nullable Instant firstBegan,
    @Nullable Instant lastBegan,
    boolean doubt,
    @Nullable Instant unknownSince,
    int looks,
    @Nullable String externalId,
    @Nullable Instant notAfter,
    Instant queuedAt,
    List<Enclosed> pictures) {

  public Job {
    pictures = List.copyOf(pictures);
  }

  /** The same with these pictures. */
  public Job with(List<Enclosed> enclosed) {
    return new Job(
        id,
        key,
        channel,
        attempt,
        networkKey,
        inReplyTo,
        text,
        newText,
        language,
        attempts,
        firstBegan,
        lastBegan,
        doubt,
        unknownSince,
        looks,
        externalId,
        notAfter,
        queuedAt,
        enclosed);
  }

  /** When the network could have taken it at the earliest. */
  Instant began() {
    return firstBegan == null ? queuedAt : firstBegan;
  }

  /** Its key at the network, once it is there. */
  String sentId() {
    return externalId == null ? "" : externalId;
  }

  /** The words that an edit puts there. */
  String wanted() {
    return newText == null ? text : newText;
  }

  @Override
  public String toString() {
    return "Job[" + id + "]";
  }
}
