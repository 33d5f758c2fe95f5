package org.bedside.improvement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bedside.improvement.Voices.assessment;
import static org.bedside.improvement.Voices.span;
import static org.bedside.understanding.SentimentLabel.NEGATIVE;
import static org.bedside.understanding.SentimentLabel.POSITIVE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.assessment.Assessed;
import org.bedside.assessment.Correction;
import org.bedside.assessment.Judgement;
import org.bedside.improvement.Voices;
import org.bedside.understanding.About;
import org.bedside.understanding.Assessment;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.Span;
import org.bedside.understanding.ThemeOpinion;
import org.junit.jupiter.api.Test;

class FactsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
  private static final String TEXT =
      "Kind nurses. The parking is awful, please build more places. Call me on 555-0134 about it.";
  private static final Span KIND = span(TEXT, "Kind nurses");
  private static final Span PARKING = span(TEXT, "The parking is awful, please build more places");
  private static final Span BUILD = span(TEXT, "please build more places");
  private static final Span CALL = span(TEXT, "Call me on 555-0134 about it");
  private static final Span NUMBER = span(TEXT, "555-0134");
  private static final List<ThemeOpinion> THEMES =
      List.of(
          new ThemeOpinion("Manner", POSITIVE, KIND, 0.9),
          new ThemeOpinion("Parking", NEGATIVE, PARKING, 0.9));

  private static Facts facts(Assessment assessment, Correction... corrections) {
    return Facts.of(
        new Assessed(Voices.mention(TEXT, null, NOW), assessment, NOW, List.of(corrections)));
  }

  @Test
  void whatIsAskedForBelongsToTheThemeThatItIsSaidOf() {
    Facts facts = facts(assessment(NEGATIVE, THEMES, List.of(BUILD), List.of(), List.of()));

    assertThat(facts.themes())
        .extracting(Facts.Theme::theme, Facts.Theme::sentiment, Facts.Theme::asks)
        .containsExactly(tuple("Manner", "POSITIVE", false), tuple("Parking", "NEGATIVE", true));
    assertThat(facts.themes().getLast().ask_start()).isEqualTo(BUILD.start());
    assertThat(facts.themes().getLast().ask_end()).isEqualTo(BUILD.end());
  }

  @Test
  void anAskThatNoThemeIsSaidOfIsAskedOfEach() {
    Facts facts = facts(assessment(NEGATIVE, THEMES, List.of(CALL), List.of(), List.of()));

    assertThat(facts.themes()).extracting(Facts.Theme::asks).containsExactly(true, true);
  }

  @Test
  void wordsByWhichSomebodyCouldBeKnownAreNotKept() {
    Facts.Theme parking =
        facts(assessment(NEGATIVE, THEMES, List.of(CALL), List.of(NUMBER, PARKING), List.of()))
            .themes()
            .getLast();

    assertThat(parking.asks()).isTrue();
    assertThat(parking.ask_start()).isNull();
    assertThat(parking.word_start()).isNull();
  }

  @Test
  void aPostWithoutAThemeIsStillCounted() {
    Facts none = facts(assessment(NEGATIVE, List.of(), List.of(BUILD), List.of(), List.of()));
    Facts notAssigned =
        facts(
            assessment(
                NEGATIVE,
                List.of(new ThemeOpinion("not assigned", NEGATIVE, KIND, 0.5)),
                List.of(),
                List.of(),
                List.of()));

    assertThat(none.themes()).singleElement().extracting(Facts.Theme::theme).isEqualTo("");
    assertThat(none.themes().getFirst().asks()).isTrue();
    assertThat(notAssigned.themes()).singleElement().extracting(Facts.Theme::theme).isEqualTo("");
  }

  @Test
  void aCorrectedFeelingIsMeantForWhatWasJudgedAsTheWholeWas() {
    Facts facts =
        facts(
            assessment(NEGATIVE, THEMES, List.of(), List.of(), List.of()),
            new Correction(Judgement.Part.SENTIMENT, "NEGATIVE", "NEUTRAL", "Maren", NOW));

    assertThat(facts.themes())
        .extracting(Facts.Theme::sentiment)
        .containsExactly("POSITIVE", "NEUTRAL");
  }

  @Test
  void aClinicianIsKeptOnceByTheWordsThatNameThem() {
    About named = new About("p1", DirectoryEntry.Kind.PROVIDER, span(TEXT, "Kind nurses"));
    About again = new About("p1", DirectoryEntry.Kind.PROVIDER, span(TEXT, "parking"));
    About place =
        new About(UUID.randomUUID().toString(), DirectoryEntry.Kind.LOCATION, span(TEXT, "places"));

    assertThat(
            facts(assessment(POSITIVE, THEMES, List.of(), List.of(), List.of(named, again, place)))
                .clinicians())
        .singleElement()
        .extracting(Facts.Named::clinician, Facts.Named::name)
        .containsExactly("p1", "Kind nurses");
  }

  @Test
  void aCutKeepsWholeCharactersAndOneLine() {
    assertThat(Cut.words("one\n\ntwo  three", 0, 99, 50)).isEqualTo("one two three");
    assertThat(Cut.words("😀".repeat(30), 0, 60, 21)).isEqualTo("😀".repeat(10) + "…");
    assertThat(Cut.words("short", 9, 12, 50)).isEmpty();
  }
}
