package org.bedside.listening.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bedside.api.ApiProblem;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Open;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts pushed in by others who sign them instead of carrying a token. */
@RestController
class PostsHook {

  static final String HEADER = "Bedside-Signature";
  private static final int MOST_MEGABYTES = 8;

  private final Webhooks webhooks;
  private final Push push;
  private final JsonMapper json;
  private final MessageSource messages;
  private final Clock clock;

  PostsHook(Webhooks webhooks, Push push, JsonMapper json, MessageSource messages, Clock clock) {
    this.webhooks = webhooks;
    this.push = push;
    this.json = json;
    this.messages = messages;
    this.clock = clock;
  }

  @Open("whoever pushes here signs each delivery with the source's own secret")
  @PostMapping("/hooks/posts/{source}")
  PushAnswer receive(@PathVariable UUID source, HttpServletRequest request) throws IOException {
    Webhooks.Hook hook =
        webhooks
            .find(source)
            .orElseThrow(
                () ->
                    new ApiProblem(
                        HttpStatus.NOT_FOUND,
                        "webhook-unknown",
                        "Nothing is taken at this address. Make a webhook for a source first."));
    byte[] body = PushedBody.bytes(request.getInputStream(), MOST_MEGABYTES);
    switch (Signature.check(request.getHeader(HEADER), body, hook.secret(), clock.instant())) {
      case GENUINE -> {}
      case MISSING ->
          throw refused(
              "signature-missing", "The header " + HEADER + " is missing or no signature.");
      case STALE ->
          throw refused(
              "signature-stale", "The delivery was signed more than five minutes ago, or ahead.");
      case WRONG ->
          throw refused("signature-wrong", "The signature is not of this body and secret.");
    }
    if (!hook.active()) {
      throw new ApiProblem(
          HttpStatus.CONFLICT,
          "source-paused",
          "The source is paused. Nothing was stored; send it again later.");
    }
    List<JsonNode> posts = PushedBody.posts(body, json);
    return CurrentOrganization.<PushAnswer, RuntimeException>call(
        hook.organization(), () -> PushAnswer.of(push.into(source, posts), messages));
  }

  private static ApiProblem refused(String code, String why) {
    return new ApiProblem(HttpStatus.UNAUTHORIZED, code, why + " Nothing was stored.");
  }
}
