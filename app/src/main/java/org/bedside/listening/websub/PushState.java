package org.bedside.listening.websub;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a source's hub.
 *
 * @param hub its host
 * @param since when the hub confirmed that it pushes; null where it has not
 * @param until when the hub's promise ends
 * @param rest how often the source is asked while it is pushed
 * @param errorCode message key of the last thing that went wrong, with errorDetail as its value
 * @param refused deliveries that were not taken
 * @param refusedCode message key of the sentence that says why the last of them was not
 */
public record PushState(
    Kind kind,
    String hub,
    @Nullable Instant since,
    @Nullable Instant until,
    Duration rest,
    @Nullable String errorCode,
    @Nullable String errorDetail,
    @Nullable Instant deliveredAt,
    long refused,
    @Nullable Instant refusedAt,
    @Nullable String refusedCode) {

  public enum Kind {
    PUSHED,
    /** Promised, but asking brought what the hub had not. */
    SILENT,
    /** Not asked, or not confirmed by the hub. */
    WAITING,
    DENIED,
    FAILED,
    /** Hubs can't reach this installation. */
    NO_ADDRESS
  }

  /** The sentence. */
  public String key() {
    return "push." + word();
  }

  /** Its kind as programs read it, such as {@code no-address}. */
  public String word() {
    return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
