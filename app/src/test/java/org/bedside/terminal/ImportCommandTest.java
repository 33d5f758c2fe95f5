package org.bedside.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest extends BedsideTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path token = Path.of("set below");

  @BeforeEach
  void aToken() throws IOException {
    token = folder.resolve("token");
    String header =
        api(
                found("Clinic"),
                Permission.IMPORT_POSTS,
                Permission.READ_MENTIONS,
                Permission.EXPORT_POSTS)
            .request("/")
            .GET()
            .build()
            .headers()
            .firstValue("Authorization")
            .orElseThrow();
    Files.writeString(token, header.substring("Bearer ".length()) + "\n");
  }

  private int run(String... args) throws InterruptedException {
    List<String> all =
        Stream.concat(
                Stream.of(args),
                Stream.of("--url", "http://localhost:" + port, "--token-file", token.toString()))
            .toList();
    return Terminal.run(all, console());
  }

  private Console console() {
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        false);
  }

  private String lastLine() {
    return out.toString(StandardCharsets.UTF_8).lines().reduce((first, last) -> last).orElse("");
  }

  @Test
  void theLastLineIsTheCountsAndTheStatusSaysWhetherRowsHadErrors() throws Exception {
    Path good = folder.resolve("good.csv");
    Files.writeString(good, "id,text,rating\n1,Kind nurses,5\n2,Long wait,2\n");
    Path bad = folder.resolve("bad.jsonl");
    Files.writeString(bad, "{\"id\":\"1\",\"text\":\"Kind nurses\",\"rating\":5}\nnot json\n");

    assertThat(run("import", "--source", "Shell & co", "--wait", good.toString())).isZero();
    assertThat(lastLine()).isEqualTo("{\"read\":2,\"stored\":2,\"duplicates\":0,\"errors\":0}");
    assertThat(run("import", "--source", "Shell & co", bad.toString())).isEqualTo(1);
    assertThat(lastLine()).isEqualTo("{\"read\":2,\"stored\":0,\"duplicates\":1,\"errors\":1}");
  }

  @Test
  void aConnectionThatStaysLostIsToldWithWhatIsStoredAndHowItGoesOn() throws Exception {
    Path file = folder.resolve("many.csv");
    Files.writeString(file, "id,text\n1,Kind nurses\n");
    AtomicInteger asked = new AtomicInteger();
    try (WebServer server = new WebServer()) {
      server.on(
          "/api/v1/imports",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("POST") || asked.getAndIncrement() == 0) {
              String job =
                  "{'id':'j-1','state':'running','total':900,'read':40,'stored':38,'pending':0}";
              byte[] body = job.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
              WebServer.send(exchange, 200, "application/json", body);
            } // else the connection just ends
          });
      Options options =
          Options.read(
              List.of(
                  "--source",
                  "X",
                  "--url",
                  server.url("").toString(),
                  "--token-file",
                  token.toString(),
                  file.toString()),
              ImportCommand.VALUED,
              ImportCommand.FLAGS);

      assertThatThrownBy(() -> new ImportCommand(Duration.ZERO, 3).run(options, console()))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("40 of 900 rows were read and 38 posts stored")
          .hasMessageContaining("the import j-1 goes on when the server is started again")
          .hasMessageContaining("stores nothing twice");
    }
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("The connection was lost");
  }

  @Test
  void anExportHoldsEveryMentionOfTheSourceAsJsonLinesAndAsCsv() throws Exception {
    Path file = folder.resolve("reviews.csv");
    Files.writeString(file, "id,text,rating\n1,=SUM(A1) kind nurses,5\n2,Long wait,2\n");
    assertThat(run("import", "--source", "Shell", "--wait", file.toString())).isZero();
    out.reset();

    assertThat(run("export")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{") && line.contains("\"sentiment\""));
    out.reset();

    assertThat(run("export", "--format", "csv")).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst()).startsWith("id,externalId,source,publishedAt,rating,text");
    assertThat(lines).anyMatch(line -> line.contains("'=SUM(A1) kind nurses"));
    assertThat(run("export", "--format", "xml")).isEqualTo(2);
  }

  @Test
  void aRefusalIsOneSentence() throws Exception {
    Path file = folder.resolve("nothing.csv");
    Files.writeString(file, "number,colour\n1,red\n");

    assertThat(run("import", "--source", "X", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("number, colour");
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
