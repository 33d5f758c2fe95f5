package org.bedside.channels.connecting;

import tools.jackson.databind.JsonNode;

/** What came of asking. */
sealed interface Told {

  /** JSON, as asked for. */
  record Json(JsonNode json) implements Told {}

  /**
   * A refusal, or something that is no JSON.
   *
   * @param status of the answer
   * @param json of a refusal; a missing node where it is none
   */
  record Refusal(int status, JsonNode json) implements Told {}

  /** Nothing came back. */
  record Nothing(Trouble why) implements Told {}
}
