package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bedside.assessment.Assessed;
import org.bedside.listening.Reach;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.Span;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;

class PersuasiveScoreTest {

  /** Twelve words with three details, and a doctor by title and name. */
  private static final String WITNESS =
      "On Tuesday we waited six hours until Doctor Adler came at 9:30 ";

  private static Assessed witness() {
    return Invented.negative(
        WITNESS + Invented.filler(48),
        "Juniper",
        1.0,
        List.of("Competence & training", "Timeliness of care"),
        List.of(new Span(0, 2)),
        Urgency.NONE);
  }

  private static Part part(PersuasiveScore score, String name) {
    return score.parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSixPartsAddUpToOneByTheirWeights() {
    PersuasiveScore score = PersuasiveScore.of(witness(), null);

    assertThat(score.parts())
        .extracting(Part::name)
        .containsExactly("specificity", "length", "credibility", "reach", "clinician", "theme");
    assertThat(score.parts().stream().mapToDouble(Part::weight).sum()).isCloseTo(1, within(1e-9));
    assertThat(score.parts()).allMatch(part -> part.reason().startsWith("alerts.why."));
  }

  @Test
  void whatAWitnessWritesIsScoredAsByHand() {
    PersuasiveScore score = PersuasiveScore.of(witness(), new Reach(999L, null, null, null, null));

    // Tuesday, six hours, 9:30; two themes; one thing asked for: six details of six
    assertThat(part(score, "specificity").value()).isEqualTo(1);
    assertThat(part(score, "length").value()).isEqualTo(0.5); // 60 words of 120
    assertThat(part(score, "credibility").value()).isEqualTo(1);
    assertThat(part(score, "reach").value()).isCloseTo(0.6, within(1e-9)); // 10^3 of 10^5
    assertThat(part(score, "clinician").value()).isEqualTo(0.8);
    assertThat(part(score, "theme").value()).isEqualTo(1);
    // .25 + .15 * .5 + .2 + .15 * .6 + .15 * .8 + .1
    assertThat(score.total()).isCloseTo(0.835, within(1e-9));
    assertThat(score.severity()).isEqualTo(6);
  }

  @Test
  void whatIsOnlyShoutedPersuadesNobody() {
    Assessed shouted =
        Invented.negative(
            "Terrible!!! WORST HOSPITAL EVER", null, null, List.of(), List.of(), Urgency.NONE);

    PersuasiveScore score = PersuasiveScore.of(shouted, null);

    // .15 * 4/120 + .2 * 2/4 + .15 * .4 + .1 * .2
    assertThat(score.total()).isCloseTo(0.185, within(1e-9));
    assertThat(part(score, "credibility").values()).containsExactly("0", "1", "0", "1");
  }

  @Test
  void whoeverInsultsOrGivesFiveStarsToAComplaintIsBelievedLess() {
    Assessed witness = witness();
    Assessment civil = witness.assessment();
    Assessed insulting =
        new Assessed(
            witness.mention(),
            new Assessment(
                civil.id(),
                civil.language(),
                civil.sentiment(),
                0.3,
                civil.themes(),
                civil.identifiers(),
                civil.urgency(),
                civil.disaster(),
                civil.asks(),
                civil.about(),
                civil.reasons()),
            witness.assessedAt(),
            List.of());
    Assessed fiveStars =
        Invented.negative(
            WITNESS + Invented.filler(48), "Juniper", 5.0, List.of(), List.of(), Urgency.NONE);

    Part ofInsulting = part(PersuasiveScore.of(insulting, null), "credibility");
    Part ofFiveStars = part(PersuasiveScore.of(fiveStars, null), "credibility");

    assertThat(ofInsulting.values()).containsExactly("1", "0", "1", "1");
    assertThat(ofFiveStars.values()).containsExactly("1", "1", "1", "0");
    assertThat(List.of(ofInsulting.value(), ofFiveStars.value())).containsOnly(0.75);
  }

  @Test
  void thePartsPointToTheWordsAndCarryNone() {
    PersuasiveScore score = PersuasiveScore.of(witness(), null);

    assertThat(part(score, "clinician").spans())
        .extracting(span -> span.of(WITNESS))
        .containsExactly("Doctor Adler");
    assertThat(part(score, "specificity").spans())
        .extracting(span -> span.of(WITNESS))
        .containsExactly("Tuesday", "six hours", "9:30");
    assertThat(score.parts().toString()).doesNotContain("Adler", "Tuesday", "Juniper");
  }

  @Test
  void aDoctorIsFoundInSpanishToo() {
    Assessed spanish =
        Invented.negative(
            "La doctora no vino. La Dra. Núñez tampoco, esperamos tres horas el martes.",
            null,
            null,
            List.of(),
            List.of(),
            Urgency.NONE);

    PersuasiveScore score = PersuasiveScore.of(spanish, null);

    assertThat(part(score, "clinician").spans())
        .extracting(span -> span.of(spanish.mention().text()))
        .containsExactly("Dra. Núñez");
    assertThat(part(score, "specificity").values().getFirst()).isEqualTo("2");
  }
}
