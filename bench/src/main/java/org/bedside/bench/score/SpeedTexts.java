package org.bedside.bench.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts of exactly so many words: the invented rows of {@code bench/written} one after the other,
 * cut anew, so that every length is made of the same words and sentences.
 */
final class SpeedTexts {

  private static final Path FOLDER = Path.of("bench/written");
  private static final List<String> FILES = List.of("feedback-train.jsonl", "tone-train.jsonl");

  private final List<String> words = new ArrayList<>();

  SpeedTexts() throws IOException {
    var json = JsonMapper.builder().build();
    for (String file : FILES) {
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        words.addAll(List.of(json.readTree(line).get("text").asString().strip().split("\\s+")));
      }
    }
  }

  /** All that can be cut without using a word twice, at most {@code most}. */
  List<String> of(int length, int most) {
    var texts = new ArrayList<String>();
    for (int from = 0; from + length <= words.size() && texts.size() < most; from += length) {
      texts.add(String.join(" ", words.subList(from, from + length)));
    }
    return texts;
  }
}
