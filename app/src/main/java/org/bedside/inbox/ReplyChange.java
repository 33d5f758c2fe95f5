package org.bedside.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Other words that somebody wants for a reply that is there.
 *
 * @param by the membership that wrote them, with {@code byName} as they were called
 * @param approval the request that others agree to; null where nobody has to
 * @param problem message key of why the reply stayed as it was, with {@code problemDetail} as its
 *     value
 */
public record ReplyChange(
    State state,
    String text,
    UUID by,
    String byName,
    Instant changedAt,
    @Nullable UUID approval,
    @Nullable String problem,
    String problemDetail) {

  /** Where they are between being written and being there. */
  public enum State {
    /** Others have to agree to them. */
    ASKED,
    /** Ordered; the network hasn't said yet that it has them. */
    LEAVING,
    /** The reply stays as it was, and the words are kept for whoever wrote them. */
    BACK
  }

  /** Whether something may still come of them. */
  public boolean isUnderWay() {
    return switch (state) {
      case ASKED, LEAVING -> true;
      case BACK -> false;
    };
  }
}
