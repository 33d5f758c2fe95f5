package org.bedside.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bedside.bench.score.Change.Basis;
import org.bedside.bench.score.ScoreRow.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {

  @TempDir Path folder;

  private static Figure figure(String metric, List<String> answers) {
    var answered =
        new Answered(
            List.of("a kind word", "a cross word"),
            List.of("positive", "negative"),
            answers,
            Metric.MACRO_RECALL);
    return Bootstrap.figure("sentiment", metric, "invented posts", "", answered, Map.of());
  }

  private void record(String group, Figure... figures) throws IOException {
    Recorded.read(folder)
        .replace(
            group, List.of(figures).stream().map(f -> Past.of(group, f, "2026-11-01")).toList());
  }

  @Test
  void whatWasRecordedIsComparedAnswerByAnswerWhenReadAgain() throws IOException {
    record("sentiment", figure("macro-recall", List.of("positive", "negative")));
    Past past = Recorded.read(folder).ofGroup("sentiment").getFirst();
    Figure same = figure("macro-recall", List.of("positive", "negative"));
    Figure other = figure("macro-recall", List.of("positive", "positive"));
    assertThat(Change.of(same, past).basis()).isEqualTo(Basis.SAME_ANSWERS);
    assertThat(Change.of(other, past).basis()).isEqualTo(Basis.SAME_TEXTS);
  }

  @Test
  void recordingOneGroupLeavesTheOthersAndForgetsWhatTheGroupNoLongerMeasures() throws IOException {
    record("sentiment", figure("macro-recall", List.of("positive", "negative")));
    record("written", figure("one", List.of("positive", "negative")));
    record("written", figure("two", List.of("positive", "negative")));
    Recorded recorded = Recorded.read(folder);
    assertThat(recorded.ofGroup("sentiment")).hasSize(1);
    assertThat(recorded.ofGroup("written"))
        .singleElement()
        .satisfies(past -> assertThat(past.key()).contains("two"));
  }

  @Test
  void noTextIsWrittenDown() throws IOException {
    record("sentiment", figure("macro-recall", List.of("positive", "negative")));
    assertThat(Files.readString(folder.resolve("figures.jsonl"))).doesNotContain("kind word");
  }
}
