package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bedside.ui.StackedBars.Part;
import org.bedside.ui.StackedBars.Series;
import org.bedside.ui.StackedBars.Stack;
import org.junit.jupiter.api.Test;

class StackedBarsTest {

  private static StackedBars bars(Long... values) {
    return new StackedBars(
        List.of(new Series("good", "glad"), new Series("bad", "sad")),
        List.of(new Stack("week", "/inbox", "words", List.of(values))));
  }

  @Test
  void theScaleEndsAtAPlainNumberAboveTheHighestStack() {
    assertThat(bars(100L, 44L).top()).isEqualTo(200);
    assertThat(bars(1L, 0L).top()).isEqualTo(1);
    assertThat(bars(0L, 0L).top()).isEqualTo(1);
    assertThat(bars(900L, 5L).top()).isEqualTo(1000);
  }

  @Test
  void theLinesOfTheScaleAreWholeNumbersDownToZero() {
    assertThat(bars(100L, 44L).ticks()).containsExactly(200L, 150L, 100L, 50L, 0L);
    assertThat(bars(25L, 3L).ticks()).containsExactly(30L, 20L, 10L, 0L);
    assertThat(bars(1L, 0L).ticks()).containsExactly(1L, 0L);
  }

  @Test
  void whereThereAreManyStepsEverySecondIsNamedSoThatNoTwoNamesTouch() {
    var steps = Collections.nCopies(21, new Stack("Sep 2026", "/inbox", "words", List.of(1L)));
    var many = new StackedBars(List.of(new Series("good", "glad")), steps);
    var few = new StackedBars(many.series(), steps.subList(0, 12));

    assertThat(IntStream.range(0, 5).mapToObj(many::isNamed))
        .containsExactly(true, false, true, false, true);
    assertThat(IntStream.range(0, 12)).allMatch(few::isNamed);
  }

  @Test
  void partsStandOnEachOtherAndEmptyOnesAreNotDrawn() {
    StackedBars two = bars(50L, 50L);
    assertThat(two.parts(two.stacks().getFirst()))
        .containsExactly(new Part("glad", "50.00", "50.00"), new Part("sad", "0.00", "49.50"));

    StackedBars one = bars(0L, 10L);
    assertThat(one.parts(one.stacks().getFirst()))
        .containsExactly(new Part("sad", "0.00", "100.00"));
  }
}
