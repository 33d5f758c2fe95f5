package org.bedside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class CommandLineTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private record Result(int status, List<String> lines, String errors) {

    JsonNode json(int line) {
      return JSON.readTree(lines.get(line));
    }
  }

  private static Result run(String input, String... args) throws IOException {
    return run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
  }

  private static Result run(InputStream input, String... args) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status =
        CommandLine.run(
            List.of(args), input, out, new PrintStream(errors, true, StandardCharsets.UTF_8));
    return new Result(
        status,
        out.toString(StandardCharsets.UTF_8).lines().toList(),
        errors.toString(StandardCharsets.UTF_8));
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  @Test
  void matchNamesTheWatchesOfEachPostInTheOrderOfTheInput() throws IOException {
    Path watches =
        file(
            "watches.jsonl",
            "{\"id\":\"a\",\"query\":\"clinic NOT closed\"}",
            "{\"id\":\"b\",\"query\":\"rating:<=2\"}");
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      input.append("{\"id\":").append(i).append(",\"text\":\"the Clínic\",\"rating\":");
      input.append(i % 5 + 1).append("}\n");
    }
    Result result = run(input.toString(), "match", "--watches", watches.toString());
    assertThat(result.status()).isZero();
    assertThat(result.lines()).hasSize(1000);
    for (int i = 0; i < 1000; i++) {
      String expected = i % 5 < 2 ? "[\"a\",\"b\"]" : "[\"a\"]";
      assertThat(result.lines().get(i))
          .isEqualTo("{\"id\":" + i + ",\"watches\":" + expected + "}");
    }
  }

  @Test
  void aBadLineIsAnsweredWithItsNumberAndTheRestGoesOn() throws IOException {
    Path watches = file("w.jsonl", "{\"id\":\"a\",\"query\":\"ward\"}");
    String input =
        """
        {"id":"1","text":"ward"}
        not json

        {"id":"3"}
        ["ward"]
        {"id":"5","text":"ward","rating":"many"}
        {"id":"6","text":"ward"} {"id":"7"}
        {"id":"7","text":"ward","publishedAt":"yesterday"}
        {"text":"ward"}
        {"id":"9","text":"ward"}
        """;
    Result result = run(input, "match", "--watches=" + watches);
    assertThat(result.status()).isEqualTo(1);
    List<Integer> bad = new ArrayList<>();
    for (int i = 0; i < result.lines().size(); i++) {
      JsonNode line = result.json(i);
      if (line.has("error")) {
        bad.add(line.get("line").asInt());
        assertThat(line.get("error").asString()).isNotBlank();
      } else {
        assertThat(line.get("watches").get(0).asString()).isEqualTo("a");
      }
    }
    assertThat(bad).containsExactly(2, 4, 5, 6, 7, 8, 9);
    assertThat(result.lines()).hasSize(9);
  }

  @Test
  void aRatingThatNoNumberHoldsIsABadLineAndTheRestGoesOn() throws IOException {
    Path watches = file("w.jsonl", "{\"id\":\"a\",\"query\":\"ward\"}");
    String input =
        """
        {"id":"1","text":"ward","rating":1e999}
        {"id":"2","text":"ward","rating":%s}
        {"id":"3","text":"ward","rating":-1e-999}
        """
            .formatted("9".repeat(400));
    Result result = run(input, "match", "--watches=" + watches);
    assertThat(result.json(0).get("error").asString()).isEqualTo("rating is too large a number");
    assertThat(result.json(1).get("error").asString()).isEqualTo("rating is too large a number");
    assertThat(result.lines().get(2)).isEqualTo("{\"id\":\"3\",\"watches\":[\"a\"]}");
  }

  @Test
  void aWatchThatCannotBeReadIsReportedAndTheOthersMatch() throws IOException {
    Path watches =
        file(
            "w.jsonl",
            "{\"id\":\"a\",\"query\":\"(ward\"}",
            "{}",
            "{\"id\":\"b\",\"query\":\"ward\"}");
    Result result =
        run("{\"id\":\"1\",\"text\":\"ward\"}", "match", "--watches", watches.toString());
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.lines()).containsExactly("{\"id\":\"1\",\"watches\":[\"b\"]}");
    assertThat(result.errors()).contains("watch a, column 1").contains("line 2: id is missing");
  }

  @Test
  void anyTextComesBackAsValidUtf8() throws IOException {
    Path watches = file("w.jsonl", "{\"id\":\"é😀\",\"query\":\"ward\"}");
    String input = "\uFEFF{\"id\":\"\\ud800x\\u0000é\",\"text\":\"ward \\udc00 \\u0000\"}\r\n";
    Result result = run(input, "match", "--watches", watches.toString());
    assertThat(result.lines())
        .containsExactly("{\"id\":\"\\uD800x\\u0000é\",\"watches\":[\"é😀\"]}");
    assertThat(JSON.readTree(result.lines().getFirst()).get("id").asString())
        .isEqualTo("\uD800x\u0000é");
  }

  @Test
  void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
    Path watches = file("w.jsonl", "{\"id\":\"a\",\"query\":\"ward\"}");
    InputStream endless = new ByteArrayInputStream(new byte[3 * Lines.LONGEST]);
    InputStream then =
        new ByteArrayInputStream("\n{\"id\":1,\"text\":\"ward\"}".getBytes(StandardCharsets.UTF_8));
    Result result =
        run(
            new java.io.SequenceInputStream(endless, then),
            "match",
            "--watches",
            watches.toString());
    assertThat(result.lines()).hasSize(2);
    assertThat(result.json(0).get("line").asInt()).isEqualTo(1);
    assertThat(result.lines().get(1)).isEqualTo("{\"id\":1,\"watches\":[\"a\"]}");
  }

  @Test
  void guardAnswersInTheWordsOfTheContract() throws IOException {
    String reply = "We are sorry about your visit on 3 May, Ms Rowan.";
    Result result =
        run(
            "{\"id\":\"1\",\"reviewer\":\"R.\",\"review\":\"Long wait.\",\"reply\":\""
                + reply
                + "\"}",
            "guard");
    JsonNode answer = result.json(0);
    assertThat(answer.propertyNames()).containsExactly("id", "verdict", "findings");
    assertThat(answer.get("verdict").asString()).isEqualTo("block");
    JsonNode finding = answer.get("findings").get(0);
    assertThat(finding.propertyNames()).containsExactly("rule", "start", "end", "why", "instead");
    assertThat(finding.get("end").asInt()).isBetween(1, reply.length());
  }

  @Test
  void analyzeAnswersInTheWordsOfTheContract() throws IOException {
    Result result =
        run("{\"id\":\"1\",\"text\":\"The nurse was rude and I waited six hours.\"}", "analyze");
    JsonNode answer = result.json(0);
    assertThat(result.status()).isZero();
    assertThat(answer.propertyNames())
        .containsExactly(
            "id",
            "language",
            "sentiment",
            "offensive",
            "themes",
            "identifiers",
            "urgency",
            "disaster",
            "asks",
            "about",
            "reasons");
    assertThat(answer.get("sentiment").propertyNames())
        .containsExactly("label", "negative", "neutral", "positive", "scale5");
    assertThat(answer.get("sentiment").get("label").asString())
        .isIn("negative", "neutral", "positive");
    assertThat(answer.get("urgency").propertyNames()).containsExactly("level", "kinds");
  }

  @Test
  void claimsNamesTheClosestClaimsBestFirst() throws IOException {
    Path claims =
        file(
            "c.jsonl",
            "{\"id\":\"c1\",\"claim\":\"Garlic cures the flu.\"}",
            "{\"id\":\"c2\",\"claim\":\"Masks lower the oxygen in the blood.\"}",
            "{\"id\":\"c3\",\"claim\":\"Garlic soup prevents baldness.\"}");
    Result result =
        run(
            "{\"id\":\"1\",\"text\":\"eat garlic, it cures flu!!\"}",
            "claims",
            "--top",
            "1",
            "--collection",
            claims.toString());
    assertThat(result.status()).isZero();
    assertThat(result.json(0).get("claims").size()).isEqualTo(1);
    JsonNode best = result.json(0).get("claims").get(0);
    assertThat(best.propertyNames()).containsExactly("id", "score", "stance");
    assertThat(best.get("id").asString()).isEqualTo("c1");
  }

  @Test
  void aCommandThatCannotBeUnderstoodSaysHow() throws IOException {
    assertThat(run("", "match").errors()).contains("--watches FILE is missing");
    assertThat(run("", "match").status()).isEqualTo(2);
    assertThat(run("", "claims", "--collection", "x", "--top", "none").status()).isEqualTo(2);
    assertThat(run("", "analyze", "--fast").errors()).contains("unknown option --fast");
    assertThat(run("", "match", "--watches", folder.resolve("none").toString()).status())
        .isEqualTo(2);
    assertThat(run("", "analyze").lines()).isEmpty();
    assertThat(run("", "analyze").status()).isZero();
  }
}
