package org.bedside.understanding.urgency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.Urgency;
import org.bedside.understanding.Urgency.Kind;
import org.bedside.understanding.Urgency.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrgencyJudgeTest {

  private final UrgencyJudge judge = new UrgencyJudge();

  private Urgency judge(String text) {
    return judge.judge(Post.of("id", text));
  }

  @Test
  void keepsWhatItReachedOnTheHeldOutCases() throws IOException {
    UrgencyCases.Score score = UrgencyCases.of("held-out").score(judge);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.92);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.90);
    assertThat(score.kindRight()).isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void keepsWhatItReachedOnTheDevelopmentCases() throws IOException {
    UrgencyCases.Score score = UrgencyCases.of("dev").score(judge);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.kindRight()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void keepsWhatItReachedOnPlainCases() throws IOException {
    UrgencyCases.Score score = UrgencyCases.of("plain").score(judge);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.kindRight()).isGreaterThanOrEqualTo(0.93);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This wait is killing me",
        "I'd die for their coffee",
        "my phone died",
        "Suicide Squad was fun",
        "the bill gave me a heart attack",
        "I am not going to kill myself over a parking ticket",
        "Me muero de hambre"
      })
  void idiomsAndDenialsNeedNobody(String text) {
    assertThat(judge(text).level()).isEqualTo(Level.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hopeless canteen, hopeless car park",
        "We drove 14 kms for a blood test",
        "The ward took great care of grandma and kept us posted",
        "He made a full recovery without any post surgical problems",
        "Her kindness and the treatment given to my father were wonderful",
        "Quite unresponsive billing staff, nobody mails back",
        "The cough was nearly gone a day after taking the tablets",
        "B+ blood is out of stock at the bank today",
        "Then they showed me to a room to change my clothes",
        "I come from here and the nurses are friendly",
        "He had a chest infection and was treated with real skill",
        "People like her should run the whole place",
        "There was a wait because of my age and weight checks, all fine",
        "An ambulance was sent and the crew came to see mum at home",
        "Let people know their appointment times",
        "Get me a newspaper and I am happy",
        "Going to see Paper Lanterns at the weekend",
        "The match report calls him a racist, see the Sunday column",
        "Blow up the balloons, party at six",
        "Deadline for the essay is tomorrow",
        "I have taken 20 tablets a day for my nerves since spring and the pharmacy is great",
        "It took 40 minutes to get my tablets"
      })
  void everydayWordsThatLookLikeASignNeedNobodyNow(String text) {
    assertThat(judge(text).level()).isLessThan(Level.HIGH);
  }

  @Test
  void aSignTheWholeWorldIsFullOfCountsWhereThePostSpeaksOfCare() {
    assertThat(judge("What a racist film that was").level()).isLessThan(Level.HIGH);
    assertThat(judge("The receptionist is a racist").level()).isEqualTo(Level.HIGH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Took 40 paracetamol an hour ago.",
        "took a load of co-codamol before I came in",
        "She has swallowed thirty tablets and your line is dead",
        "Me tomé 30 pastillas y nadie contesta"
      })
  void soManyTabletsAtOnceAreALifeInDangerWhateverForTheyWereTaken(String text) {
    Urgency urgency = judge(text);
    assertThat(urgency.level()).isEqualTo(Level.CRITICAL);
    assertThat(urgency.kinds().getFirst().kind()).isEqualTo(Kind.SELF_HARM);
  }

  @Test
  void whoWillKillThemselvesIsNoThreatToOthersInSpanishEither() {
    Urgency urgency = judge("Me voy a matar esta noche y los voy a demandar");
    assertThat(urgency.kinds().getFirst().kind()).isEqualTo(Kind.SELF_HARM);
    assertThat(judge("Me voy a matar de risa en esta sala de espera").level())
        .isLessThan(Level.HIGH);
  }

  @Test
  void selfHarmInPlainWordsIsCriticalAndRestsOnItsWords() {
    String text = "Third month of waiting. I've got the pills lined up.";
    Urgency urgency = judge(text);
    assertThat(urgency.level()).isEqualTo(Level.CRITICAL);
    Urgency.Signal signal = urgency.kinds().getFirst();
    assertThat(signal.kind()).isEqualTo(Kind.SELF_HARM);
    assertThat(signal.span().of(text)).contains("pills lined up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You are all wonderful but please hurry, he is not breathing",
        "Amazing nurses, thank you, but my baby is unresponsive and nobody answers the bell",
        "Thank you for everything, you were brilliant, but I am going to kill myself tonight",
        "I was so grateful for dr Vale, now she can't breathe and we are alone in room four",
        "Son excelentes, gracias, pero mi madre no respira, vengan ya"
      })
  void aCrisisOfThePresentIsNotLessenedByPraise(String text) {
    assertThat(judge(text).level()).isEqualTo(Level.CRITICAL);
  }

  @Test
  void praiseForACrisisThatIsOverNeedsNobodyNow() {
    assertThat(judge("Wonderful crew, they came at once when my husband was not breathing").level())
        .isLessThan(Level.HIGH);
  }

  @Test
  void thePastCountsLessThanThePresent() {
    assertThat(judge("I want to kill myself").level()).isEqualTo(Level.CRITICAL);
    assertThat(judge("Ten years ago I wanted to kill myself and you talked me down").level())
        .isNotEqualTo(Level.CRITICAL);
  }

  @Test
  void anyTextGivesAnAnswer() {
    for (String text :
        List.of(
            "",
            "\0",
            "\uD800 kill \uDC00 myself",
            "Z\u0351\u036B\u0343a\u0351l\u0363g\u0351o",
            "want to ".repeat(12_500),
            "They saw her last n't",
            "on channel \u037A \uFE70",
            "'".repeat(100_000),
            "a".repeat(100_000))) {
      assertThat(judge(text)).isNotNull();
    }
  }
}
