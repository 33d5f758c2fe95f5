package org.bedside.channels.sending;

import org.jspecify.annotations.Nullable;

/** Whose account the keys open. */
public sealed interface Who {

  /**
   * @param handle as people know it
   * @param account the network's key of it
   * @param most how long a text may be there; null where the network doesn't say
   */
  record Known(String handle, String account, @Nullable Integer most) implements Who {}

  record Not(String error, String detail) implements Who {}
}
