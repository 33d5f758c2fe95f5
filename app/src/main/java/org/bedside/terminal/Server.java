package org.bedside.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API of a running server. */
final class Server {

  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String base;
  private final @Nullable String token;

  private Server(String base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** The server at {@code --url}, asked with the token in {@code --token-file}. */
  static Server of(Options options) throws UsageException {
    return new Server(base(options), options.needFirstLine("token-file"));
  }

  static Server withoutToken(Options options) throws UsageException {
    return new Server(base(options), null);
  }

  private static String base(Options options) throws UsageException {
    String url = options.need("url");
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
        return url.replaceFirst("/+$", "");
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new UsageException("--url is the address of the server, like http://localhost:8080.");
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofMinutes(10));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  JsonNode get(String path) throws RefusedException, IOException, InterruptedException {
    return send(request(path).GET());
  }

  /**
   * The answer as JSON.
   *
   * @throws RefusedException with what the server says where it refuses
   * @throws IOException where it can't be reached
   */
  JsonNode send(HttpRequest.Builder request)
      throws RefusedException, IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode body;
    try {
      body = JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new RefusedException(
          "What answers at " + base + " is not Bedside (status " + answer.statusCode() + ").");
    }
    if (answer.statusCode() / 100 == 2) {
      return body;
    }
    JsonNode detail = body.get("detail");
    throw new RefusedException(
        detail == null
            ? "The server refused with status " + answer.statusCode() + "."
            : detail.asString());
  }

  String base() {
    return base;
  }

  static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
