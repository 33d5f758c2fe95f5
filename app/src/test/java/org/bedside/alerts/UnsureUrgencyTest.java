package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Correction;
import org.bedside.assessment.Judgement;
import org.bedside.inbox.Priority;
import org.bedside.inbox.Triage;
import org.bedside.understanding.Span;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;

/** What is urgent by less than even confidence is neither lost nor shouted. */
class UnsureUrgencyTest {

  private static final int ACT_NOW = 85;

  @Test
  void whatMayBeUrgentStandsBehindWhatIsAndAheadOfEveryComplaint() {
    Priority sure = Triage.of(held(0.8));
    Priority unsure = Triage.of(held(0.3));
    Priority complaint =
        Triage.of(
            Invented.negative(
                Invented.filler(300),
                "a",
                1.0,
                List.of("Waiting time", "Staff attitude", "Cost"),
                List.of(),
                Urgency.NONE));

    assertThat(sure.score()).isGreaterThanOrEqualTo(ACT_NOW);
    assertThat(unsure.score()).isLessThan(ACT_NOW).isGreaterThan(complaint.score());
    assertThat(unsure.reason()).isEqualTo("inbox.reason.maybe-urgent");
    assertThat(unsure.detail()).isEqualTo("patient-harm");
  }

  @Test
  void itStillAlertsSomebodyButLessLoudly() {
    Alarm sure = Alarm.of(held(0.8), null).getFirst();
    Alarm unsure = Alarm.of(held(0.3), null).getFirst();

    assertThat(unsure.kind()).isEqualTo(AlertKind.CRISIS);
    assertThat(unsure.severity()).isEqualTo(sure.severity() - 3);
  }

  @Test
  void whatAPersonConfirmedIsSure() {
    Assessed unsure = held(0.3);
    Assessed confirmed =
        new Assessed(
            unsure.mention(),
            unsure.assessment(),
            unsure.assessedAt(),
            List.of(
                new Correction(
                    Judgement.Part.URGENCY, "HIGH", "HIGH", "Somebody", unsure.assessedAt())));

    assertThat(Triage.of(confirmed).score()).isGreaterThanOrEqualTo(ACT_NOW);
    assertThat(Alarm.of(confirmed, null).getFirst().severity())
        .isEqualTo(Alarm.of(held(0.8), null).getFirst().severity());
  }

  private static Assessed held(double confidence) {
    return Invented.negative(
        "They mixed something up",
        "a",
        null,
        List.of(),
        List.of(),
        new Urgency(
            Urgency.Level.HIGH,
            List.of(new Urgency.Signal(Urgency.Kind.PATIENT_HARM, new Span(0, 4), confidence))));
  }
}
