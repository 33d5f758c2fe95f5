package org.bedside.hooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is shown.
 *
 * @param line as it was kept, or empty
 * @param error message key, with {@code detail} as its value; null where nothing went wrong
 * @param at when it was taken, or else is tried next, or was given up
 */
public record Delivery(
    UUID key,
    String line,
    String event,
    State state,
    int attempts,
    @Nullable String error,
    String detail,
    Instant at) {

  /** How far it has come. */
  public enum State {
    WAITING,
    DONE,
    GIVEN_UP
  }
}
