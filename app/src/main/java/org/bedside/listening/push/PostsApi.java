package org.bedside.listening.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.api.ApiProblem;
import org.bedside.identity.Permission;
import org.bedside.identity.Requires;
import org.bedside.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts pushed in, and taken back, through the HTTP API. */
@RestController
@Requires(Permission.IMPORT_POSTS)
class PostsApi {

  private static final int MOST_POSTS = 1000;
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final Push push;
  private final JsonMapper json;
  private final MessageSource messages;

  PostsApi(Push push, JsonMapper json, MessageSource messages) {
    this.push = push;
    this.json = json;
    this.messages = messages;
  }

  /** What became of one post: stored, changed, duplicate or rejected. */
  record Item(
      @Nullable String externalId, String status, @Nullable String code, @Nullable String detail) {}

  /** What became of all of them. */
  record Answer(int stored, int changed, int duplicates, int rejected, List<Item> items) {}

  @PostMapping("/api/v1/posts")
  Answer receive(@RequestParam String source, HttpServletRequest request, SignedIn who)
      throws IOException {
    List<JsonNode> posts = posts(request);
    List<Push.Result> results = push.receive(named(source), posts, who);
    List<Item> items = new ArrayList<>();
    for (Push.Result result : results) {
      String code = result.code();
      items.add(
          new Item(
              result.externalId(),
              result.status().name().toLowerCase(Locale.ROOT),
              code,
              code == null ? null : sentence(code)));
    }
    return new Answer(
        count(results, Push.Status.STORED),
        count(results, Push.Status.CHANGED),
        count(results, Push.Status.DUPLICATE),
        count(results, Push.Status.REJECTED),
        items);
  }

  private static int count(List<Push.Result> results, Push.Status status) {
    return (int) results.stream().filter(result -> result.status() == status).count();
  }

  private List<JsonNode> posts(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE,
          "body-too-large",
          "A push is at most 32 MB; send fewer posts at once or import a file.");
    }
    JsonNode read;
    try {
      read = json.readTree(body);
    } catch (JacksonException e) {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST, "json-unreadable", "The body is not JSON. Nothing was stored.");
    }
    List<JsonNode> posts = new ArrayList<>();
    if (read != null && read.isArray()) {
      read.forEach(posts::add);
    } else if (read != null && read.isObject()) {
      posts.add(read);
    } else {
      throw new ApiProblem(
          HttpStatus.BAD_REQUEST,
          "json-unreadable",
          "The body is one post as a JSON object, or an array of them. Nothing was stored.");
    }
    if (posts.size() > MOST_POSTS) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE,
          "too-many-posts",
          "A push is at most 1,000 posts; send them in several, or import a file. Nothing was"
              + " stored.");
    }
    return posts;
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

  private String sentence(String code) {
    String found = messages.getMessage("import.row." + code, null, "", Locale.ENGLISH);
    return found == null || found.isEmpty()
        ? messages.getMessage("import.row.not-stored", null, Locale.ENGLISH)
        : found;
  }
}
