package org.bedside.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bedside.bench.score.Change.Basis;
import org.bedside.bench.score.ScoreRow.Figure;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final int ROWS = 200;

  private static List<String> right(int right) {
    var answers = new ArrayList<String>();
    IntStream.range(0, ROWS).forEach(i -> answers.add(Rate.answer(i < right)));
    return answers;
  }

  private static Figure figure(String metric, List<String> answers) {
    List<String> texts = IntStream.range(0, answers.size()).mapToObj(i -> "text " + i).toList();
    var answered =
        new Answered(texts, Collections.nCopies(answers.size(), ""), answers, Metric.SHARE);
    return Rate.of("stance", metric, answered, "invented pairs");
  }

  private static Past past(String metric, List<String> answers) {
    return Past.of("claims", figure(metric, answers), "2026-11-01");
  }

  @Test
  void losingTwoAnswersOfTwoHundredIsNoiseAndLosingTwentyIsAFall() {
    Past past = past("accuracy", right(150));
    assertThat(Change.of(figure("accuracy", right(148)), past).isFall()).isFalse();
    Change change = Change.of(figure("accuracy", right(130)), past);
    assertThat(change.isFall()).isTrue();
    assertThat(change.by()).isCloseTo(-0.1, within(1e-9));
  }

  @Test
  void theNoiseIsThatOfTheSameTextsSoThatASmallButSteadyLossIsSeen() {
    Past past = past("accuracy", right(150));
    Figure now = figure("accuracy", right(142));
    // The two intervals overlap widely; but nothing was won for the eight that were lost.
    assertThat(now.high()).isGreaterThan(past.value());
    assertThat(Change.of(now, past).isFall()).isTrue();
  }

  @Test
  void asManyWonAsLostIsNoFall() {
    List<String> other = new ArrayList<>(right(150));
    Collections.reverse(other);
    Change change = Change.of(figure("accuracy", other), past("accuracy", right(150)));
    assertThat(change.basis()).isEqualTo(Basis.SAME_TEXTS);
    assertThat(change.isFall()).isFalse();
    assertThat(change.isRise()).isFalse();
  }

  @Test
  void ofWhatShouldNotBeMoreIsAFallAndFewerARise() {
    Past past = past("unsafe allowed", right(20));
    assertThat(Change.of(figure("unsafe allowed", right(60)), past).isFall()).isTrue();
    assertThat(Change.of(figure("unsafe allowed", right(2)), past).isRise()).isTrue();
  }

  @Test
  void onOtherTextsTheIntervalsDecideSoThatNewRowsHideNoFall() {
    Past past = past("accuracy", right(150));
    List<String> fewer = right(40).subList(0, 150);
    Change change = Change.of(figure("accuracy", fewer), past);
    assertThat(change.basis()).isEqualTo(Basis.INTERVALS);
    assertThat(change.isFall()).isTrue();
  }

  @Test
  void aFigureThatIsNoLongerMeasuredCountsAsFallen() {
    Past past = past("accuracy", right(150));
    assertThat(Falls.of(List.of(past), List.of())).singleElement().asString().contains("no longer");
    assertThat(Falls.of(List.of(past), List.of(figure("accuracy", right(150))))).isEmpty();
  }

  @Test
  void aFigureThatIsNewIsNoFall() {
    assertThat(Falls.of(List.of(), List.of(figure("accuracy", right(1))))).isEmpty();
  }
}
