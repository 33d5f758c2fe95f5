package org.bedside.channels.sending;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A picture that goes with a delivery.
 *
 * @param content of that media type; not to be changed
 * @param alt what it shows
 * @param networkId what the network calls it, where it has taken it already
 * @param uploadedAt when it did
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and sent
public record Enclosed(
    UUID id,
    String mediaType,
    byte[] content,
    int width,
    int height,
    String alt,
    @Nullable String networkId,
    @Nullable Instant uploadedAt) {

  @Override
  public String toString() {
    return "Enclosed[" + id + "]";
  }
}
