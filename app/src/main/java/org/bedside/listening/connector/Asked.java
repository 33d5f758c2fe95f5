package org.bedside.listening.connector;

import java.util.Map;
import org.bedside.outbound.Answer;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.Request;
import org.bedside.outbound.ResponseHeaders;

/** What a network answered to a question that it answers in JSON. */
public sealed interface Asked {

  /** Headers of the answer; none where there was no answer. */
  ResponseHeaders headers();

  record Got(Json json, ResponseHeaders headers) implements Asked {}

  /**
   * No JSON came.
   *
   * @param status of the refusal, or 0
   * @param said the refusal's body as JSON, absent values where it was none
   */
  record Not(Heard.Trouble trouble, int status, ResponseHeaders headers, Json said)
      implements Asked {}

  /**
   * Sends the request and reads its answer.
   *
   * @param unreadable the code of the trouble where the answer is no JSON
   */
  static Asked json(Outbound outbound, Request request, String unreadable) {
    ResponseHeaders none = new ResponseHeaders(Map.of());
    Json nothing = new Json(tools.jackson.databind.node.MissingNode.getInstance());
    return switch (outbound.send(request)) {
      case Answer.Fetched fetched ->
          Json.read(fetched.body().bytes())
              .<Asked>map(json -> new Got(json, fetched.headers()))
              .orElseGet(() -> new Not(new Heard.Trouble(unreadable, "", null), 0, none, nothing));
      case Answer.NotModified same ->
          new Not(new Heard.Trouble(unreadable, "", null), 304, same.headers(), nothing);
      case Answer.Refused(String code, String detail) ->
          new Not(new Heard.Trouble(code, detail, null), 0, none, nothing);
      case Answer.Failed failed -> {
        Answer.Said said = failed.said();
        yield new Not(
            new Heard.Trouble(failed.code(), failed.detail(), failed.retryAfter()),
            failed.status(),
            said == null ? none : said.headers(),
            said == null ? nothing : Json.read(said.text()).orElse(nothing));
      }
    };
  }
}
