package org.bedside.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricTest {

  private static double of(Metric metric, List<String> wanted, List<String> answers) {
    return metric.of(wanted, answers).applyAsDouble(IntStream.range(0, answers.size()).toArray());
  }

  @Test
  void recallCountsEveryLabelAlikeHoweverFewTextsHoldIt() {
    List<String> wanted = List.of("negative", "positive", "positive", "positive");
    List<String> answers = List.of("positive", "positive", "positive", "positive");
    assertThat(of(Metric.MACRO_RECALL, wanted, answers)).isEqualTo(0.5);
    assertThat(of(Metric.ACCURACY, wanted, answers)).isEqualTo(0.75);
  }

  @Test
  void labelsThatStandTogetherAreCountedOneByOne() {
    List<String> wanted = List.of("Waiting|Parking", "");
    List<String> answers = List.of("Waiting", "Food");
    // One right, two wanted, two given.
    assertThat(of(Metric.MICRO_F1, wanted, answers)).isEqualTo(0.5);
    assertThat(of(Metric.MACRO_F1, wanted, answers)).isEqualTo(0.5);
  }

  @Test
  void textsThatDoNotCountLeaveAShareAsItIs() {
    assertThat(of(Metric.SHARE, List.of("", "", ""), List.of("1/1", "0/0", "1/2")))
        .isCloseTo(2 / 3.0, within(1e-9));
    assertThat(of(Metric.SHARE, List.of(""), List.of("0/0"))).isNaN();
  }

  @Test
  void recallCountsMoreThanPrecisionInF2() {
    List<String> missed = List.of("1/2/1");
    List<String> tooMany = List.of("1/1/2");
    List<String> any = List.of("");
    assertThat(of(Metric.F2_OF_COUNTS, any, tooMany))
        .isGreaterThan(of(Metric.F2_OF_COUNTS, any, missed));
    assertThat(of(Metric.F1_OF_COUNTS, any, tooMany))
        .isEqualTo(of(Metric.F1_OF_COUNTS, any, missed));
  }

  @Test
  void confidencesThatComeTrueAsOftenAsTheySayAreCalibratedAndBoastingIsNot() {
    var honest = new ArrayList<String>();
    var boasting = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      honest.add(Calibrated.answer(0.6, i % 5 < 3));
      boasting.add(Calibrated.answer(0.9, i % 5 < 3));
    }
    List<String> any = Collections.nCopies(100, "");
    assertThat(of(Metric.CALIBRATION_ERROR, any, honest)).isCloseTo(0, within(1e-9));
    assertThat(of(Metric.CALIBRATION_ERROR, any, boasting)).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void boastingOnSomeTextsIsNotMadeUpForByDoubtOnOthers() {
    var said = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      said.add(
          i % 2 == 0 ? Calibrated.answer(0.9, i % 4 == 0) : Calibrated.answer(0.1, i % 4 == 1));
    }
    assertThat(of(Metric.CALIBRATION_ERROR, Collections.nCopies(100, ""), said))
        .isCloseTo(0.4, within(1e-9));
  }
}
