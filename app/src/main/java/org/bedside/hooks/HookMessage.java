package org.bedside.hooks;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell an address.
 *
 * @param key told to the other side, the same at each try
 * @param event what it is, told to the other side, such as {@code ticket.opened}
 * @param line those of a line arrive in the order in which they were kept; null where the order
 *     does not matter
 * @param body JSON
 */
public record HookMessage(UUID key, String event, @Nullable String line, String body) {

  @Override
  public String toString() {
    return "HookMessage[" + key + "]";
  }
}
