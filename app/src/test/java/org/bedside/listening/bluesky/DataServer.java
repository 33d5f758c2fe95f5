package org.bedside.listening.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real personal data server with a real directory, in a process of their own. */
public final class DataServer implements AutoCloseable {

  private final Process process;
  private final URI url;
  // An offer to speak HTTP/2 would be taken for that of a socket.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private DataServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts both, or skips the test where they aren't installed.
   *
   * @param data an empty folder
   * @param appView where calls that aren't the server's own are passed on to
   */
  public static DataServer start(Path data, URI appView) throws IOException {
    Path packages = packages();
    assumeTrue(
        Files.exists(packages.resolve("node_modules/@atproto/pds")),
        "no packages of the AT Protocol in " + packages + ": bin/test installs them with npm");
    Process process =
        new ProcessBuilder(
                "node",
                Path.of("src/test/resources/atproto/server.mjs").toAbsolutePath().toString(),
                packages.toString(),
                data.toString(),
                appView.toString())
            .redirectError(ProcessBuilder.Redirect.to(data.resolve("server.log").toFile()))
            .start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        return new DataServer(process, URI.create("http://127.0.0.1:" + line.substring(6)));
      }
    }
    throw new IOException("it did not start: " + Files.readString(data.resolve("server.log")));
  }

  private static Path packages() {
    String set = System.getenv("BEDSIDE_ATPROTO_PACKAGES");
    return set != null
        ? Path.of(set)
        : Path.of(System.getProperty("user.home"), ".cache", "bedside-tests", "atproto");
  }

  public URI url() {
    return url;
  }

  /** An account on it. */
  public record Account(String did, String handle, String password, String token) {}

  public Account account(String name) throws IOException, InterruptedException {
    String handle = name + ".test";
    String password = "a long password of " + name;
    JsonNode made =
        post(
            "com.atproto.server.createAccount",
            null,
            json("handle", handle, "email", name + "@example.org", "password", password));
    return new Account(
        made.path("did").stringValue(), handle, password, made.path("accessJwt").stringValue());
  }

  public String appPassword(Account account) throws IOException, InterruptedException {
    return post("com.atproto.server.createAppPassword", account.token(), json("name", "bedside"))
        .path("password")
        .stringValue();
  }

  /** Writes a post; answers its address. */
  public String write(Account account, String text) throws IOException, InterruptedException {
    return post("com.atproto.repo.createRecord", account.token(), record(account, null, text))
        .path("uri")
        .stringValue();
  }

  void edit(Account account, String uri, String text) throws IOException, InterruptedException {
    post("com.atproto.repo.putRecord", account.token(), record(account, key(uri), text));
  }

  public void delete(Account account, String uri) throws IOException, InterruptedException {
    post(
        "com.atproto.repo.deleteRecord",
        account.token(),
        json("repo", account.did(), "collection", "app.bsky.feed.post", "rkey", key(uri)));
  }

  void deactivate(Account account) throws IOException, InterruptedException {
    post("com.atproto.server.deactivateAccount", account.token(), "{}");
  }

  private static String record(Account account, @Nullable String key, String text) {
    return "{\"repo\":\"%s\",\"collection\":\"app.bsky.feed.post\",%s\"record\":{\"$type\":\"app.bsky.feed.post\",\"text\":\"%s\",\"langs\":[\"en\"],\"createdAt\":\"2026-11-20T10:00:00.000Z\"}}"
        .formatted(account.did(), key == null ? "" : "\"rkey\":\"" + key + "\",", text);
  }

  private static String key(String uri) {
    return uri.substring(uri.lastIndexOf('/') + 1);
  }

  private static String json(String... pairs) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      json.append(i == 0 ? "" : ",")
          .append('"')
          .append(pairs[i])
          .append("\":\"")
          .append(pairs[i + 1])
          .append('"');
    }
    return json.append('}').toString();
  }

  private JsonNode post(String method, @Nullable String token, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve("/xrpc/" + method))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body.equals("{}")) {
      request.header("Accept", "*/*");
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isBlank()
        ? JsonMapper.shared().createObjectNode()
        : JsonMapper.shared().readTree(answer.body());
  }

  @Override
  public void close() {
    http.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
