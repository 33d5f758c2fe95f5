package org.bedside.channels;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a reply stands.
 *
 * @param key of the order
 * @param channelName as its people call it
 * @param text as it is or was sent
 * @param inReplyTo the post's key at its source
 * @param held whether somebody keeps this one back
 * @param externalId the network's key of it; null where it isn't there, or nobody knows it
 * @param url where people read it
 * @param attempts how often sending was begun
 * @param error message key of what went wrong last, with {@code detail} as its value
 * @param nextAt when the software does something about it next; null where it does nothing
 * @param sentAt when we learned that it is there
 */
public record Delivery(
    UUID id,
    UUID key,
    UUID channel,
    String channelName,
    Network network,
    State state,
    String text,
    String language,
    String inReplyTo,
    @Nullable String postUrl,
    boolean held,
    @Nullable String externalId,
    @Nullable URI url,
    int attempts,
    @Nullable String error,
    @Nullable String detail,
    Instant queuedAt,
    String queuedBy,
    @Nullable Instant notAfter,
    @Nullable Instant nextAt,
    @Nullable Instant sentAt,
    Instant changedAt) {

  /** Whether only a person can tell if it was sent. */
  public boolean asksAPerson() {
    return state == State.UNKNOWN && nextAt == null;
  }

  /** Where it is between being ordered and being there. */
  public enum State {
    /** Ordered; nothing of it has left, or the network said that it took nothing. */
    WAITING,
    /** It may be leaving now. */
    SENDING,
    /** It may be there: nobody told us. The network is asked, and else a person. */
    UNKNOWN,
    /** The network has it. */
    SENT,
    /** The network doesn't take it, and doesn't have it. */
    REFUSED,
    /** It was too late before it left. */
    EXPIRED,
    /** Somebody stopped it before it left. */
    CANCELLED,
    /** It is there; its words are being changed. */
    EDITING,
    /** It is there or was; it is being taken down. */
    DELETING,
    /** It was there and is no more. */
    DELETED;

    /** Whether the software is not done with it. */
    public boolean isUnderWay() {
      return switch (this) {
        case WAITING, SENDING, UNKNOWN, EDITING, DELETING -> true;
        case SENT, REFUSED, EXPIRED, CANCELLED, DELETED -> false;
      };
    }
  }
}
