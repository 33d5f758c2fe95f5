package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bedside.understanding.ClaimMatch.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reading with the encoder brings beyond words and patterns. */
class LevelsTest {

  private static final Understanding THOROUGH = Understanding.load();
  private static final Understanding QUICK = Understanding.load(Level.QUICK);

  private static Assessment read(String text) {
    return THOROUGH.assess(List.of(Post.of("post", text))).getFirst();
  }

  private static boolean isRaised(String text) {
    return read(text).urgency().level().compareTo(Urgency.Level.HIGH) >= 0;
  }

  @Test
  void thoroughIsWhatIsMeantWhereNothingIsSaid() {
    assertThat(THOROUGH.level()).isEqualTo(Level.THOROUGH);
    assertThat(QUICK.level()).isEqualTo(Level.QUICK);
  }

  @Test
  void theThoroughOneReadsQuicklyAsTheQuickOneDoes() {
    List<Post> posts =
        List.of(
            Post.of("1", "Waited three hours, nobody told us why, but the nurse was lovely."),
            Post.of("2", "My mother was given the wrong drug by Dr. Alma Teller on 3 May"),
            Post.of("3", "Por favor, pongan más sillas en la sala de espera"),
            Post.of("4", "The flood took the bridge, three people are missing, send boats"));
    assertThat(THOROUGH.quick().level()).isEqualTo(Level.QUICK);
    assertThat(THOROUGH.quick().assess(posts))
        .isEqualTo(QUICK.assess(posts))
        .isNotEqualTo(THOROUGH.assess(posts));
  }

  /** The encoder takes pronouns of grave stories for names, in some of which it is nearly sure. */
  @Test
  void wordsThatOnlyHoldASentenceTogetherIdentifyNobody() {
    String text =
        "They gave my father the wrong medication on Tuesday night and he stopped breathing. He was"
            + " rushed to intensive care and is on a ventilator now. We want answers from Larkspur"
            + " Main Hospital today.";

    assertThat(read(text).identifiers())
        .extracting(found -> found.span().of(text))
        .contains("on Tuesday")
        .doesNotContain("he", "He", "and", "We", "They");
    String named = "Theo on the desk was rude to my mother and Theo laughed.";
    assertThat(read(named).identifiers())
        .extracting(found -> found.span().of(named))
        .contains("Theo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I have written the letters and found somebody for the cat. After Sunday I won't be a"
            + " burden.|SELF_HARM",
        "He has gone grey and sweaty, pain down his arm, and nobody at the desk is"
            + " coming|MEDICAL_EMERGENCY",
        "I know which car is yours and what time your shift ends. See you there.|THREAT",
        "They cut out the healthy kidney and left the bad one in my father|PATIENT_HARM",
        "The lady at the desk read my test results aloud to the whole waiting room|PRIVACY_BREACH",
        "The carer slaps my grandmother when she doesn't swallow fast enough|ABUSE_ALLEGATION"
      })
  void dangerToldWithoutItsKeywordsIsRaised(String text, Urgency.Kind kind) {
    Urgency urgency = read(text).urgency();
    assertThat(urgency.level()).isGreaterThanOrEqualTo(Urgency.Level.HIGH);
    assertThat(urgency.kinds().getFirst().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you all, the nurses were angels and the food was lovely. I want to kill myself."
            + " Thank you all, the nurses were angels and the food was lovely.",
        "I want to kill myself tonight because of you, and my lawyer will sue your hospital.",
        "I will kill myself. My lawyer will sue this hospital and the press knows all about it.",
        "I took all my pills to kill myself and now my chest hurts and I can't breathe."
      })
  void whatAPatternSaysOfALifeAtStakeIsNeverOutvoted(String text) {
    for (Understanding level : List.of(THOROUGH, QUICK)) {
      Urgency urgency = level.assess(List.of(Post.of("post", text))).getFirst().urgency();
      assertThat(urgency.level()).isEqualTo(Urgency.Level.CRITICAL);
      assertThat(urgency.kinds().getFirst().kind()).isEqualTo(Urgency.Kind.SELF_HARM);
      assertThat(urgency.kinds().getFirst().span().of(text)).contains("kill myself");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Los voy a matar a todos|THREAT",
        "Mi bebé no respira y nadie contesta el teléfono|MEDICAL_EMERGENCY",
        "Me voy a matar esta noche y los voy a demandar|SELF_HARM"
      })
  void dangerInSpanishIsNotOutvotedByWhatWasLearnedFromEnglish(String text, Urgency.Kind kind) {
    Urgency urgency = read(text).urgency();
    assertThat(urgency.level()).isEqualTo(Urgency.Level.CRITICAL);
    assertThat(urgency.kinds().getFirst().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "La enfermera golpeó a mi papá|ABUSE_ALLEGATION",
        "El doctor abusó de mí durante la consulta|ABUSE_ALLEGATION",
        "Mi mamá tiene escaras porque nunca la movieron|PATIENT_HARM"
      })
  void harmThatPatternsSeeInSpanishIsNotOutvotedEither(String text, Urgency.Kind kind) {
    Urgency urgency = read(text).urgency();
    assertThat(urgency.level()).isEqualTo(Urgency.Level.HIGH);
    assertThat(urgency.kinds().getFirst().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Me llegó la encuesta y puse todo 10, y no soy de regalar nada",
        "me vendieron el plan 'premium' y lo único premium es el precio",
        "Pedir un vaso de agua no debería requerir tres timbrazos y una disculpa."
      })
  void nobodyIsCalledForWhatIsHardlyUnderstoodInSpanish(String text) {
    assertThat(read(text).urgency().level()).isLessThan(Urgency.Level.HIGH);
  }

  @Test
  void aLawyerBesideALifeAtStakeIsNamedAsWell() {
    String text =
        "I want to kill myself tonight because of you, and my lawyer will sue your hospital.";

    assertThat(read(text).urgency().kinds())
        .extracting(Urgency.Signal::kind)
        .containsExactly(Urgency.Kind.SELF_HARM, Urgency.Kind.LEGAL);
  }

  @Test
  void eachOfManyClausesHasItsTheme() {
    String text =
        "The nurses were kind and friendly. The food was cold. We waited four hours in the clinic."
            + " Nobody answers the phone. The car park was full.";
    assertThat(read(text).themes())
        .extracting(ThemeOpinion::theme)
        .contains("Staff manner & personal attributes", "Food & drink provision & facilities")
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I could murder a sandwich after that fasting test",
        "Waited an hour and a half and the parking cost a fortune.",
        "They saved my life when I had a heart attack ten years ago, thank you all",
        "Signs of a stroke: face drooping, arm weakness, slurred speech. Learn them!"
      })
  void alarmingWordsAloneRaiseNothing(String text) {
    assertThat(isRaised(text)).isFalse();
  }

  @Test
  void oneSentenceOfDangerIsNotDrownedByALongText() {
    String calm = "The ward was clean and the nurses were kind to all of us. ".repeat(80);
    assertThat(isRaised(calm)).isFalse();
    assertThat(isRaised(calm + "Tonight I am going to take all of my pills and end it. " + calm))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A month of green juice did for my dad what ten years of tablets never could|REPEATS",
        "Does anybody know whether there is something to this celery juice story?|QUESTIONS",
        "Three trials, four hundred people, and the juice did nothing for them.|DENIES"
      })
  void whatAPostDoesWithAClaimIsReadFromBoth(String text, Stance stance) {
    String claim = "Celery juice cures high blood pressure";
    assertThat(THOROUGH.index(List.of()).stance(Post.of("post", text), claim)).isEqualTo(stance);
  }

  @Test
  void whatIsAskedForIsMarkedAndNothingElse() {
    String text = "The staff were lovely. Please put a clock in the waiting room.";
    assertThat(read(text).asks())
        .singleElement()
        .satisfies(span -> assertThat(span.of(text)).contains("clock").doesNotContain("lovely"));
    assertThat(read("I would go there again, they were lovely.").asks()).isEmpty();
  }

  @Test
  void namesInLowerCaseAreFoundAndAWardIsNone() {
    String text = "my name is priya ramanathan and ward 7 was freezing";
    assertThat(read(text).identifiers())
        .extracting(found -> found.span().of(text))
        .anySatisfy(words -> assertThat(words).contains("priya"))
        .noneSatisfy(words -> assertThat(words).contains("ward"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi, I'm a producer on the regional breakfast show, we're running a piece about your unit",
        "Took ticket number 61, they were on 18, saw the nurse for three minutes",
        "he's 88 and still drives, bless him",
        "My grandad is 87 and walks to the clinic by himself",
        "The doctor had a nice tie and told me the bloods were normal, as if I came about that"
      })
  void aWordWithoutADigitIsNoNumberAndSixtyOneIsNoGreatAge(String text) {
    assertThat(read(text).identifiers())
        .extracting(Identifier::type)
        .doesNotContain(
            IdentifierType.URL,
            IdentifierType.AGE_OVER_89,
            IdentifierType.HEALTH_PLAN_NUMBER,
            IdentifierType.ACCOUNT_NUMBER,
            IdentifierType.DEVICE);
  }

  @Test
  void theSamePostIsReadTheSameBySeveralAtOnce() {
    String text = "Kind nurses but the food was cold, and nobody told us when we could go home 😕";
    Assessment first = read(text);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(_ -> read(text)))
        .allSatisfy(again -> assertThat(again).isEqualTo(first));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ginger does not cure migraines, sorry|Ginger cures migraines.|DENIES",
        "myth: ginger cures migraines. fact: it flavours biscuits|Ginger cures migraines.|DENIES",
        "there is no proof that ginger cures migraines|Ginger cures migraines.|DENIES",
        "no hay evidencia de que el jengibre cure la gripe|El jengibre cura la gripe.|DENIES",
        "blood pressure tablets won't cause baldness|Blood pressure tablets cause"
            + " baldness.|DENIES",
        "a spoon of ginger and you will never have a stroke|Ginger prevents strokes.|REPEATS",
        "it is not a myth, ginger cures migraines|Ginger cures migraines.|REPEATS",
        "ginger cures migraines, never take pills again|Ginger cures migraines.|REPEATS"
      })
  void whoDeniesInSoManyWordsIsNotHeldToRepeat(String text, String claim, Stance stance) {
    ClaimIndex index = THOROUGH.index(List.of());

    assertThat(index.stance(Post.of("post", text), claim)).isEqualTo(stance);
  }
}
