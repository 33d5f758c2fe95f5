package org.bedside.listening.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bedside.api.ApiProblem;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a push: one post or an array of them. */
final class PushedBody {

  private static final int MOST_POSTS = 1000;

  private PushedBody() {}

  /**
   * All of it.
   *
   * @throws ApiProblem where it is larger
   */
  static byte[] bytes(InputStream in, int megabytes) throws IOException {
    byte[] body = in.readNBytes(megabytes * 1024 * 1024 + 1);
    if (body.length > megabytes * 1024 * 1024) {
      throw new ApiProblem(
          HttpStatus.CONTENT_TOO_LARGE,
          "body-too-large",
          "A push is at most " + megabytes + " MB; send fewer posts at once or import a file.");
    }
    return body;
  }

  /**
   * The posts, each still to be read.
   *
   * @throws ApiProblem where there are none or too many
   */
  static List<JsonNode> posts(byte[] body, JsonMapper json) {
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
}
