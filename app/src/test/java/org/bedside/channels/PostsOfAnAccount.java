package org.bedside.channels;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in an account's repository on a real data server, as anybody may read it. */
public record PostsOfAnAccount(URI server, String did) {

  /** The records of all its posts, each with its uri, cid and value. */
  public List<JsonNode> all() throws IOException, InterruptedException {
    List<JsonNode> posts = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          get(
              "com.atproto.repo.listRecords?collection=app.bsky.feed.post&limit=100&repo="
                  + did
                  + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.path("records").forEach(posts::add);
      cursor = page.path("records").isEmpty() ? "" : page.path("cursor").stringValue("");
    } while (!cursor.isEmpty());
    return posts;
  }

  /** Their words. */
  public List<String> texts() throws IOException, InterruptedException {
    return all().stream().map(post -> post.at("/value/text").stringValue("")).toList();
  }

  /** The bytes of a picture. */
  public byte[] blob(String cid) throws IOException, InterruptedException {
    URI at = server.resolve("/xrpc/com.atproto.sync.getBlob?did=" + did + "&cid=" + cid);
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return http.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofByteArray())
          .body();
    }
  }

  private JsonNode get(String call) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(server.resolve("/xrpc/" + call)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    }
  }
}
