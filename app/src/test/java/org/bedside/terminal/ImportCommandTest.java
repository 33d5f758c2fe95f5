package org.bedside.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
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
    return Terminal.run(
        all,
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false));
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
  void aRefusalIsOneSentence() throws Exception {
    Path file = folder.resolve("nothing.csv");
    Files.writeString(file, "number,colour\n1,red\n");

    assertThat(run("import", "--source", "X", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("number, colour");
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
