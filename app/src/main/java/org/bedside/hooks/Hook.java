package org.bedside.hooks;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of others that messages go to.
 *
 * @param host of its address
 * @param address null where it can't be unsealed any more; whoever knows it may be able to write
 *     there, so a page shows it only to those who set it
 * @param deliveredAt when it last took a message
 * @param failedAt when it last did not, if nothing was taken since
 * @param error message key of what happened then, with {@code detail} as its value
 */
public record Hook(
    UUID id,
    String host,
    @Nullable URI address,
    Instant since,
    @Nullable Instant deliveredAt,
    @Nullable Instant failedAt,
    @Nullable String error,
    String detail) {

  @Override
  public String toString() {
    return "Hook[" + id + "]";
  }
}
