package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.understanding.Span;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Kind;
import org.bedside.understanding.Urgency.Level;
import org.bedside.understanding.Urgency.Signal;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static Assessed urgent(Level level, Kind... kinds) {
    List<Signal> signals =
        List.of(kinds).stream().map(kind -> new Signal(kind, new Span(0, 4), 0.9)).toList();
    return Invented.negative(
        "They did it.", null, null, List.of(), List.of(), new Urgency(level, signals));
  }

  private static List<Alarm> raised(Assessed assessed, Tuning tuning) {
    return Alarm.of(assessed, null).stream()
        .filter(alarm -> alarm.opens(assessed, tuning, Invented.NOW))
        .toList();
  }

  @Test
  void aCrisisIsRaisedFromHighOnAndTheGravestKindNamesIt() {
    assertThat(raised(urgent(Level.HIGH, Kind.PRIVACY_BREACH, Kind.SELF_HARM), Tuning.STANDARD))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.kind()).isEqualTo(AlertKind.CRISIS);
              assertThat(alarm.about()).isEqualTo("self-harm");
              assertThat(alarm.severity()).isEqualTo(9);
              assertThat(alarm.parts()).hasSize(2);
            });
    assertThat(raised(urgent(Level.CRITICAL, Kind.THREAT), Tuning.STANDARD))
        .extracting(Alarm::severity)
        .containsExactly(10);
    assertThat(raised(urgent(Level.LOW, Kind.SELF_HARM), Tuning.STANDARD)).isEmpty();
  }

  @Test
  void lawyersAndTheMediaInterruptNobody() {
    assertThat(raised(urgent(Level.CRITICAL, Kind.LEGAL, Kind.MEDIA), Tuning.STANDARD)).isEmpty();
    assertThat(raised(urgent(Level.HIGH, Kind.ADVERSE_EVENT), Tuning.STANDARD))
        .extracting(Alarm::about)
        .containsExactly("patient-harm");
  }

  @Test
  void whatIsOldOrFoundInHistoryInterruptsNobody() {
    Assessed crisis = urgent(Level.CRITICAL, Kind.SELF_HARM);
    var justInTime = Invented.NOW.minus(Duration.ofDays(14));

    assertThat(raised(Invented.at(crisis, justInTime, false), Tuning.STANDARD)).hasSize(1);
    assertThat(raised(Invented.at(crisis, justInTime.minusSeconds(1), false), Tuning.STANDARD))
        .isEmpty();
    assertThat(raised(Invented.at(crisis, Invented.NOW, true), Tuning.STANDARD)).isEmpty();
  }

  @Test
  void whatAPostSaysDoesNotDependOnItsAge() {
    Assessed crisis = urgent(Level.CRITICAL, Kind.SELF_HARM);

    assertThat(Alarm.of(Invented.at(crisis, Invented.NOW.minus(Duration.ofDays(99)), true), null))
        .hasSize(1);
  }

  private static Assessed review(int words) {
    return Invented.negative(
        Invented.filler(words), "Juniper", 1.0, List.of(), List.of(), Urgency.NONE);
  }

  private static Tuning from(int score) {
    return new Tuning(
        EnumSet.allOf(AlertKind.class), score, 15, 14, 10, null, null, 6, Tuning.Digest.NONE);
  }

  @Test
  void aReviewAlertsFromTheChosenScoreAndFromTwentyFiveWordsOn() {
    int score = Alarm.of(review(60), null).getFirst().score();

    assertThat(raised(review(60), from(score)))
        .extracting(Alarm::kind)
        .containsExactly(AlertKind.PERSUASIVE_REVIEW);
    assertThat(raised(review(60), from(score + 1))).isEmpty();
    assertThat(raised(review(25), from(10))).hasSize(1);
    assertThat(raised(review(24), from(10))).isEmpty();
  }

  @Test
  void whatIsSwitchedOffIsNotRaised() {
    Tuning reviewsOnly =
        new Tuning(
            EnumSet.of(AlertKind.PERSUASIVE_REVIEW),
            60,
            15,
            14,
            10,
            null,
            null,
            6,
            Tuning.Digest.NONE);

    assertThat(raised(urgent(Level.CRITICAL, Kind.SELF_HARM), reviewsOnly)).isEmpty();
  }
}
