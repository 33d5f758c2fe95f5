package org.bedside.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server, killed with SIGKILL in the middle of an import and started again. {@code
 * -Dbedside.kills=N} says how often, {@code -Dbedside.seed=N} when; {@code bin/kill-test} runs it
 * with ten.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("bedside.kills", 1);
  private static final long SEED = Long.getLong("bedside.seed", 20261122);
  private static final int ROWS = 1500 + 1500 * KILLS;
  private static final Duration LIMIT = Duration.ofSeconds(60L + 30L * KILLS);

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @TempDir Path data;

  @Test
  void everyRowIsThereOnceAndAssessedOnceHoweverOftenTheServerIsKilled() throws Exception {
    Random random = new Random(SEED);
    ServerProcess server = ServerProcess.start(data);
    try {
      String token = setUp(server);
      String job = startImport(server, token);
      for (int kill = 1; kill <= KILLS; kill++) {
        long moment = random.nextLong(100, 2500);
        boolean ended = server.process().waitFor(moment, TimeUnit.MILLISECONDS);
        assertThat(ended).as("the server ended by itself").isFalse();
        server.kill();
        server = ServerProcess.start(data);
      }
      waitUntilAllIsAssessed(server, token, job);
      JsonNode done = json.readTree(get(server, token, job).body());
      assertThat(done.get("state").asString()).isEqualTo("done");
      assertThat(done.get("read").asLong()).isEqualTo(ROWS);
      assertThat(done.get("stored").asLong()).isEqualTo(ROWS);
      assertThat(done.get("duplicates").asLong()).isZero();
      assertThat(done.get("errors").asLong()).isZero();
      eachRowIsThereOnce();
    } finally {
      server.stop();
    }
  }

  private void eachRowIsThereOnce() throws SQLException {
    try (Connection database = ServerProcess.database(data);
        Statement statement = database.createStatement()) {
      assertThat(count(statement, "post")).as("posts").isEqualTo(ROWS);
      assertThat(count(statement, "post where version > 1")).as("edited").isZero();
      assertThat(count(statement, "mention where assessment_state = 'ASSESSED'"))
          .as("assessed mentions")
          .isEqualTo(ROWS);
      assertThat(count(statement, "mention")).as("mentions").isEqualTo(ROWS);
      assertThat(count(statement, "assessment")).as("assessments").isEqualTo(ROWS);
      assertThat(count(statement, "import_claim")).as("claims left over").isZero();
    }
  }

  private static long count(Statement statement, String what) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select count(*) from " + what)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private String setUp(ServerProcess server) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(server.uri("/api/v1/setup"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"organization":"Killed clinic","timeZone":"UTC",
                         "admin":{"email":"admin@example.org","password":"correct horse battery"}}
                        """))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json.readTree(answer.body()).get("token").asString();
  }

  private String startImport(ServerProcess server, String token)
      throws IOException, InterruptedException {
    StringBuilder file = new StringBuilder("id,rating,text\n");
    for (int i = 0; i < ROWS; i++) {
      file.append("row-").append(i).append(',').append(1 + i % 5);
      file.append(",\"Visitor ").append(i).append(" waited, but the nurses were kind\"\n");
    }
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(server.uri("/api/v1/imports?source=Killed"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file.toString()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> get(ServerProcess server, String token, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(server.uri(path)).header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  private void waitUntilAllIsAssessed(ServerProcess server, String token, String job)
      throws IOException, InterruptedException {
    Instant limit = Instant.now().plus(LIMIT);
    JsonNode now = json.readTree(get(server, token, job).body());
    while (now.get("state").asString().equals("running") || now.get("pending").asLong() > 0) {
      assertThat(Instant.now()).as("still at work: %s", now).isBefore(limit);
      server.process().waitFor(100, TimeUnit.MILLISECONDS);
      now = json.readTree(get(server, token, job).body());
    }
  }
}
