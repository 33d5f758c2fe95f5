package org.bedside.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the test asks of the server over HTTP; each time of the process that runs then. */
final class KilledServer {

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private String token = "";

  void setUp(ServerProcess server) throws IOException, InterruptedException {
    String founded =
        """
        {"organization":"Killed clinic","timeZone":"UTC",
         "admin":{"email":"admin@example.org","password":"correct horse battery"}}
        """;
    token = post(server, "/api/v1/setup", "application/json", founded, 201).at("/token").asString();
  }

  void listenTo(ServerProcess server, URI feed) throws IOException, InterruptedException {
    String source = "{\"url\":\"%s\",\"name\":\"%s\"}".formatted(feed, feed.getPath());
    post(server, "/api/v1/sources", "application/json", source, 201);
  }

  /** Begins the import of rows with keys of their own; answers where it says how it stands. */
  String startImport(ServerProcess server, int number, int rows)
      throws IOException, InterruptedException {
    StringBuilder file = new StringBuilder("id,rating,text\n");
    for (int i = 0; i < rows; i++) {
      file.append("row-").append(number).append('-').append(i).append(',').append(1 + i % 5);
      file.append(",\"Visitor ").append(i).append(" waited, but the nurses were kind\"\n");
    }
    HttpResponse<String> answer =
        sent(server, "/api/v1/imports?source=Killed", "text/csv", file.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** Posts as the API takes them. */
  void push(ServerProcess server, String source, String posts)
      throws IOException, InterruptedException {
    post(server, "/api/v1/posts?source=" + source, "application/json", posts, 200);
  }

  /** Saves a watch that looks back; answers its id. */
  String watch(ServerProcess server, String name, String query)
      throws IOException, InterruptedException {
    String watch = "{\"name\":\"%s\",\"query\":\"%s\"}".formatted(name, query);
    return post(server, "/api/v1/watches", "application/json", watch, 201).get("id").asString();
  }

  JsonNode get(ServerProcess server, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token).build();
    return json.readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private JsonNode post(ServerProcess server, String path, String type, String body, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = sent(server, path, type, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> sent(ServerProcess server, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
