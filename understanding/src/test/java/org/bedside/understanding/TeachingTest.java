package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TeachingTest {

  private static final Understanding UNDERSTANDING = Understanding.load();

  private static final String DOGS = "Therapy dogs";

  private static final List<String> EXAMPLES =
      List.of(
          "The therapy dog came round on Thursday and the whole ward lit up",
          "A golden retriever visited my dad's bedside, he talked about it for days",
          "Loved the volunteers with their dogs, such a comfort before surgery",
          "Please bring the dog visits back, the children miss them",
          "My daughter stroked the therapy dog all through her infusion",
          "A labrador called Biscuit sat with me while I waited for results",
          "The visiting dog jumped on the bed, not everyone likes that",
          "Someone on the ward is allergic and still the dog was let in",
          "Pet therapy made my mother smile for the first time in weeks",
          "The puppy visit was the best medicine",
          "There was a dog with a little hospital badge, so sweet",
          "Dogs on an oncology ward? I was unsure, now I am convinced",
          "We met the therapy spaniel in the corridor, my son forgot his drip",
          "No dog this week because the handler was ill, grandma was so sad",
          "The dog handler was patient with my scared little boy",
          "I would like more animal visits on the elderly ward",
          "The terrier that visits on Mondays knows all the patients",
          "Why does the dog come only to paediatrics and not to us",
          "Cuddling the therapy dog brought my blood pressure down, I swear",
          "They even let us take a photo with the visiting dog");

  private static final List<String> OTHERS =
      List.of(
          "The nurses were wonderful and so kind to my mum",
          "I waited four hours to be seen and nobody cared",
          "The food was cold and there was nothing for vegetarians",
          "Could not get through on the phone to anyone",
          "The receptionist was very rude to me",
          "Parking costs more than my prescription",
          "Clean rooms, quiet nights, thank you",
          "Flood warning: river rising, evacuate now",
          "La enfermera fue muy amable, muchas gracias",
          "My surgeon explained every step and it went well");

  private static final Understanding WITH_DOGS =
      UNDERSTANDING.taught(new Teaching(List.of(new OwnTheme(DOGS, EXAMPLES)), List.of()));

  private static Assessment assess(Understanding by, String text) {
    return by.assess(List.of(Post.of("1", text))).getFirst();
  }

  private static List<String> themes(Understanding by, String text) {
    return assess(by, text).themes().stream().map(ThemeOpinion::theme).toList();
  }

  @Test
  void anOwnThemeIsFoundInFreshWordsAndNotElsewhere() {
    assertThat(themes(WITH_DOGS, "A lovely dog visited our ward and my nan could pet him"))
        .contains(DOGS);
    assertThat(themes(WITH_DOGS, "more visits from the therapy dogs please")).contains(DOGS);
    for (String other : OTHERS) {
      assertThat(themes(WITH_DOGS, other)).as(other).doesNotContain(DOGS);
    }
  }

  @Test
  void anOwnThemeRestsOnTheClauseThatSpeaksOfItAndSaysHow() {
    String text =
        "The food was horrible and cold. The therapy dog who visited us was wonderful, so sweet.";

    ThemeOpinion found =
        assess(WITH_DOGS, text).themes().stream()
            .filter(theme -> theme.theme().equals(DOGS))
            .findFirst()
            .orElseThrow();

    assertThat(found.span().of(text)).contains("dog").doesNotContain("food");
    assertThat(found.sentiment()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(found.score()).isBetween(0.5, 1.0);
    assertThat(assess(WITH_DOGS, text).reasons())
        .contains(new Reason("theme", "theme.taught", DOGS, found.span(), found.score()));
  }

  @Test
  void theFrameworksThemesAndAllElseAreTheSameWithOwnThemesAndWithout() {
    for (String text : both()) {
      Assessment without = assess(UNDERSTANDING, text);
      Assessment with = assess(WITH_DOGS, text);
      assertThat(without(with)).isEqualTo(without);
    }
  }

  private static List<String> both() {
    var all = new ArrayList<>(OTHERS);
    all.addAll(EXAMPLES);
    return all;
  }

  /** An assessment without what it says of the own theme. */
  private static Assessment without(Assessment with) {
    return new Assessment(
        with.id(),
        with.language(),
        with.sentiment(),
        with.offensive(),
        with.themes().stream().filter(theme -> !theme.theme().equals(DOGS)).toList(),
        with.identifiers(),
        with.urgency(),
        with.disaster(),
        with.asks(),
        with.about(),
        with.reasons().stream().filter(reason -> !reason.detail().equals(DOGS)).toList());
  }

  @Test
  void fewerThanTenDifferentExamplesAreRefused() {
    assertThatThrownBy(() -> new OwnTheme(DOGS, EXAMPLES.subList(0, 9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10");
    assertThatThrownBy(() -> new OwnTheme(DOGS, java.util.Collections.nCopies(20, "a dog ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new OwnTheme(DOGS, EXAMPLES.subList(0, 10)).examples()).hasSize(10);
  }

  @Test
  void anOwnThemeCannotBeCalledAsOneOfTheFrameworkOrAsAnother() {
    var food = new OwnTheme("Food & drink provision & facilities", EXAMPLES);
    var dogs = new OwnTheme(DOGS, EXAMPLES);
    assertThatThrownBy(() -> UNDERSTANDING.taught(new Teaching(List.of(food), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> UNDERSTANDING.taught(new Teaching(List.of(dogs, dogs), List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCounterexampleIsNoLongerFound() {
    String cafe = "They sell hot dogs in the hospital cafe, my son ate two dogs";
    var theme = new OwnTheme(DOGS, EXAMPLES, List.of(cafe));
    var taught = UNDERSTANDING.taught(new Teaching(List.of(theme), List.of()));

    assertThat(themes(taught, cafe)).doesNotContain(DOGS);
    assertThat(themes(taught, EXAMPLES.getFirst())).contains(DOGS);
  }

  private static final String NOTHING = "No complaints at all";

  private static Understanding corrected(Lesson... lessons) {
    return UNDERSTANDING.taught(new Teaching(List.of(), List.of(lessons)));
  }

  @Test
  void aCorrectedFeelingHoldsForThePostAndForOnesLikeItButNotForOthers() {
    assertThat(assess(UNDERSTANDING, NOTHING).sentiment().label())
        .isEqualTo(SentimentLabel.POSITIVE);
    var taught =
        corrected(
            new Lesson.OfSentiment(Post.of("", NOTHING), SentimentLabel.NEUTRAL),
            new Lesson.OfSentiment(Post.of("", "No complaints"), SentimentLabel.NEUTRAL),
            new Lesson.OfSentiment(
                Post.of("", "Nothing to complain about"), SentimentLabel.NEUTRAL));

    Assessment again = assess(taught, NOTHING);
    assertThat(again.sentiment().label()).isEqualTo(SentimentLabel.NEUTRAL);
    assertThat(again.sentiment().scale5()).isEqualTo(3);
    assertThat(again.reasons()).extracting(Reason::code).contains("sentiment.taught");
    assertThat(assess(taught, "No complaints at all!").sentiment().label())
        .isEqualTo(SentimentLabel.NEUTRAL);
    for (String other : OTHERS) {
      assertThat(assess(taught, other).sentiment().label())
          .as(other)
          .isEqualTo(assess(UNDERSTANDING, other).sentiment().label());
    }
  }

  @Test
  void correctedThemesHoldForThePostAndLeaveOthersAsTheyAre() {
    String text = "The food was cold and there was nothing for vegetarians";
    var taught = corrected(new Lesson.OfThemes(Post.of("", text), List.of("Feeling safe")));

    assertThat(themes(taught, text)).containsExactly("Feeling safe");
    for (String other : OTHERS) {
      if (!other.equals(text)) {
        assertThat(themes(taught, other)).as(other).isEqualTo(themes(UNDERSTANDING, other));
      }
    }
  }

  @Test
  void aCorrectedUrgencyHoldsForThePostButCriticalIsNeverTaughtAway() {
    String plain = "The car park barrier is broken again";
    String dire = "I am going to kill myself tonight";
    assertThat(assess(UNDERSTANDING, plain).urgency().level()).isEqualTo(Urgency.Level.NONE);
    assertThat(assess(UNDERSTANDING, dire).urgency().level()).isEqualTo(Urgency.Level.CRITICAL);
    var taught =
        corrected(
            new Lesson.OfUrgency(Post.of("", plain), Urgency.Level.HIGH),
            new Lesson.OfUrgency(Post.of("", dire), Urgency.Level.NONE));

    assertThat(assess(taught, plain).urgency().level()).isEqualTo(Urgency.Level.HIGH);
    assertThat(assess(taught, plain).reasons()).extracting(Reason::code).contains("urgency.taught");
    assertThat(assess(taught, dire).urgency().level()).isEqualTo(Urgency.Level.HIGH);
  }

  @Test
  void whatOneOrganizationTeachesNeverReachesAnother() {
    var theirs = UNDERSTANDING.taught(new Teaching(List.of(), lessons(12)));
    List<Assessment> before = both().stream().map(text -> assess(theirs, text)).toList();

    Understanding ours =
        UNDERSTANDING.taught(
            new Teaching(
                List.of(new OwnTheme(DOGS, EXAMPLES)),
                List.of(
                    new Lesson.OfSentiment(Post.of("", OTHERS.get(1)), SentimentLabel.POSITIVE))));

    assertThat(assess(ours, OTHERS.get(1)).sentiment().label()).isEqualTo(SentimentLabel.POSITIVE);
    assertThat(both().stream().map(text -> assess(theirs, text)).toList()).isEqualTo(before);
    var again = UNDERSTANDING.taught(new Teaching(List.of(), lessons(12)));
    assertThat(both().stream().map(text -> assess(again, text)).toList()).isEqualTo(before);
  }

  private static List<Lesson> lessons(int many) {
    return IntStream.range(0, many)
        .<Lesson>mapToObj(
            i ->
                new Lesson.OfSentiment(
                    Post.of("", EXAMPLES.get(i)),
                    i % 2 == 0 ? SentimentLabel.NEUTRAL : SentimentLabel.NEGATIVE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("org.bedside.understanding.UnderstandingTest#hostileTexts")
  void hostileTextTeachesAndIsAssessedAndEverySpanLiesWithinIt(String text) {
    var examples = new ArrayList<>(EXAMPLES);
    examples.add(text);
    var taught =
        UNDERSTANDING.taught(
            new Teaching(
                List.of(new OwnTheme(DOGS, examples)),
                List.of(
                    new Lesson.OfSentiment(Post.of("", text), SentimentLabel.NEGATIVE),
                    new Lesson.OfThemes(Post.of("", text), List.of("no such theme")),
                    new Lesson.OfUrgency(Post.of("", text), Urgency.Level.LOW))));
    Assessment assessment = assess(taught, text);
    assessment.themes().forEach(theme -> theme.span().of(text));
    var feeling = assessment.sentiment();
    assertThat(feeling.negative() + feeling.neutral() + feeling.positive()).isBetween(0.999, 1.001);
  }
}
