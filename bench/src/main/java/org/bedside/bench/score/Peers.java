package org.bedside.bench.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers of peers, kept below {@code bench/target}: they take minutes to train, and answer the
 * same as long as neither they nor their rows change.
 */
final class Peers {

  // To be raised when a peer is changed.
  private static final String VERSION = "1";
  private static final Path KEPT = Path.of("bench/target/peers");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Peers() {}

  /**
   * Gives the answers, made only where they aren't kept.
   *
   * @param seen the rows that the peer learns from
   * @param asked the texts that it answers to
   */
  static List<String> answers(
      String name,
      List<String> seen,
      List<Set<String>> seenHeld,
      List<String> asked,
      Supplier<List<Set<String>>> peer) {
    var rows =
        new Answered(
            seen,
            seenHeld.stream().map(Metric::labels).toList(),
            seen.stream().map(t -> "").toList(),
            Metric.ACCURACY);
    var texts = new Answered(asked, asked, asked, Metric.ACCURACY);
    String mark = VERSION + "-" + rows.fingerprint() + "-" + texts.fingerprint();
    Path file = KEPT.resolve(name + "-" + mark + ".json");
    try {
      if (Files.exists(file)) {
        JsonNode kept = JSON.readTree(Files.readString(file));
        return kept.valueStream().map(JsonNode::asString).toList();
      }
      List<String> answers = peer.get().stream().map(Metric::labels).toList();
      Files.createDirectories(KEPT);
      Files.writeString(file, JSON.writeValueAsString(answers));
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
