package org.bedside.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking once.
 *
 * @param passing whether the same request may well succeed a little later
 */
record Attempt(Answer answer, boolean passing, @Nullable Duration retryAfter) {

  static Attempt last(Answer answer) {
    return new Attempt(answer, false, null);
  }

  static Attempt again(String code, String host) {
    return new Attempt(new Answer.Failed(code, host, null), true, null);
  }
}
