package org.bedside.listening.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts pushed in, and taken back, through the HTTP API. */
@RestController
@Requires(Permission.IMPORT_POSTS)
class PostsApi {

  private static final int MOST_MEGABYTES = 32;

  private final Push push;
  private final JsonMapper json;
  private final MessageSource messages;

  PostsApi(Push push, JsonMapper json, MessageSource messages) {
    this.push = push;
    this.json = json;
    this.messages = messages;
  }

  @PostMapping("/api/v1/posts")
  PushAnswer receive(@RequestParam String source, HttpServletRequest request, SignedIn who)
      throws IOException {
    byte[] body = PushedBody.bytes(request.getInputStream(), MOST_MEGABYTES);
    List<JsonNode> posts = PushedBody.posts(body, json);
    return PushAnswer.of(push.receive(named(source), posts, who), messages);
  }

  /** How many posts are gone. */
  record Deleted(int deleted) {}

  @DeleteMapping("/api/v1/posts")
  Deleted delete(@RequestParam String source, @RequestParam List<String> externalId, SignedIn who) {
    return new Deleted(push.withdraw(named(source), externalId, who));
  }

  private static String named(String source) {
    if (source.isBlank()) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "source-missing", "Name the source: ?source=NAME.");
    }
    return source.strip();
  }
}
