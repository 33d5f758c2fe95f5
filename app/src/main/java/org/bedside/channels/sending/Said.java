package org.bedside.channels.sending;

import java.time.Duration;
import org.bedside.outbound.ResponseHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a network answered, and where it didn't, whether it may have heard. */
sealed interface Said {

  /**
   * It did what it was asked.
   *
   * @param json a missing node where the answer was empty
   */
  record Ok(JsonNode json) implements Said {}

  /**
   * It answered that it didn't.
   *
   * @param json the refusal; a missing node where it was no JSON
   */
  record No(int status, JsonNode json, ResponseHeaders headers, @Nullable Duration retryAfter)
      implements Said {}

  /** It never got the request. */
  record Never(String error, String detail) implements Said {}

  /** It may have got the request: no answer came, or none that says. */
  record Lost(String error, String detail) implements Said {}
}
