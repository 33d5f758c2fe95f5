package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnderstandingTest {

  private static final Understanding UNDERSTANDING = Understanding.load();

  private static Assessment assess(String text) {
    return UNDERSTANDING.assess(List.of(Post.of("1", text))).getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The nurses were wonderful and so kind to my mum|POSITIVE",
        "Excellent service, thank you all so much|POSITIVE",
        "Terrible experience, we waited six hours and nobody cared|NEGATIVE",
        "The receptionist was very rude to me|NEGATIVE",
        "The staff were not helpful at all|NEGATIVE",
        "I was not treated with respect|NEGATIVE",
        "No complaints at all|POSITIVE",
        "I can't thank them enough|POSITIVE",
        "La enfermera fue muy amable, muchas gracias|POSITIVE",
        "Pésimo hospital, tres horas de espera y nadie nos atendió|NEGATIVE",
        "Best team ever 😍😍 thank you|POSITIVE",
        "worst ward I have ever been on 😡|NEGATIVE"
      })
  void plainFeelingIsReadAsItIs(String text, SentimentLabel expected) {
    assertThat(assess(text).sentiment().label()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Staff were lovely and friendly,Staff manner & personal attributes",
    "The food was cold and there was nothing for vegetarians,Food & drink provision & facilities",
    "I waited four hours to be seen,Timeliness of care",
    "Could not get through on the phone to anyone,Contacting services"
  })
  void aPatientsThemeIsFound(String text, String theme) {
    assertThat(assess(text).themes()).extracting(ThemeOpinion::theme).contains(theme);
  }

  @Test
  void eachThemeRestsOnItsOwnClause() {
    String text = "The nurses were so kind and caring. The food was horrible and cold.";
    var themes = assess(text).themes();
    assertThat(themes)
        .filteredOn(t -> t.theme().startsWith("Food"))
        .singleElement()
        .satisfies(t -> assertThat(t.span().of(text)).contains("food").doesNotContain("nurses"))
        .extracting(ThemeOpinion::sentiment)
        .isEqualTo(SentimentLabel.NEGATIVE);
    assertThat(themes)
        .filteredOn(t -> t.theme().startsWith("Staff manner"))
        .singleElement()
        .satisfies(t -> assertThat(t.span().of(text)).contains("nurses"))
        .extracting(ThemeOpinion::sentiment)
        .isEqualTo(SentimentLabel.POSITIVE);
  }

  @Test
  void aFeelingIsNotExplainedByANameOrALittleWord() {
    String text =
        "They gave my father the wrong medication on Tuesday night and he stopped breathing. He was"
            + " rushed to intensive care and is on a ventilator now. Nobody will tell us how this"
            + " could happen. We want answers from Larkspur Main Hospital today.";

    assertThat(assess(text).reasons())
        .filteredOn(reason -> reason.code().equals("sentiment.words"))
        .isNotEmpty()
        .extracting(reason -> Objects.requireNonNull(reason.span()).of(text))
        .doesNotContain("Larkspur", "this");
  }

  @Test
  void abuseIsMoreOffensiveThanThanks() {
    assertThat(assess("you are a fucking idiot, shut up").offensive()).isGreaterThan(0.5);
    assertThat(assess("thank you for the kind care").offensive()).isLessThan(0.5);
  }

  @Test
  void aFloodIsADisasterAndARudeReceptionistIsNot() {
    assertThat(assess("Flood warning: river rising, evacuate now #qldfloods").disaster().relevant())
        .isGreaterThan(0.5);
    assertThat(assess("The receptionist was rude to me").disaster().type())
        .isEqualTo(Disaster.UNRELATED);
  }

  static List<String> hostileTexts() {
    return List.of(
        "",
        " ",
        "\0\0",
        "\uD83D",
        "\uDE00 nice \uD83D",
        "Z̷̢̛a̵̧͝l̶̨̛g̸̡͝o̵̧͠ ".repeat(300),
        "\u202Egreat staff\u202C",
        "<script>alert(1)</script>",
        "&&&&;;;;".repeat(2000),
        "((((((((".repeat(2000),
        "@".repeat(5000),
        "#".repeat(5000),
        "a".repeat(100_000),
        "no ".repeat(33_000),
        "😀\u200D".repeat(20_000),
        "医".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void hostileTextIsAssessedAndEverySpanLiesWithinItOnWholeCharacters(String text) {
    Assessment assessment = assess(text);
    var sentiment = assessment.sentiment();
    assertThat(sentiment.negative() + sentiment.neutral() + sentiment.positive())
        .isBetween(0.999, 1.001);
    assertThat(sentiment.scale5()).isBetween(1, 5);
    assertThat(assessment.offensive()).isBetween(0.0, 1.0);
    assessment.themes().forEach(theme -> assertWithin(theme.span(), text));
    for (Reason reason : assessment.reasons()) {
      assertThat(Understanding.reasonCodes()).contains(reason.code());
      if (reason.span() != null) {
        assertWithin(reason.span(), text);
      }
    }
  }

  private static void assertWithin(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
    for (int at : new int[] {span.start(), span.end()}) {
      boolean inside =
          at > 0
              && at < text.length()
              && Character.isHighSurrogate(text.charAt(at - 1))
              && Character.isLowSurrogate(text.charAt(at));
      assertThat(inside).isFalse();
    }
  }

  @Test
  void thePostsOfABatchKeepTheirOrderAndGetTheSameAnswersOnManyThreads() {
    List<Post> posts =
        IntStream.range(0, 60)
            .mapToObj(i -> Post.of("p" + i, "Post " + i + ": the ward was clean but we waited"))
            .toList();
    List<Assessment> alone = UNDERSTANDING.assess(posts);
    assertThat(alone).extracting(Assessment::id).isEqualTo(posts.stream().map(Post::id).toList());
    List<Assessment> together =
        posts.parallelStream().map(p -> UNDERSTANDING.assess(List.of(p)).getFirst()).toList();
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void everyPartOfTheAssessmentIsComposed() {
    var post =
        new Post(
            "1",
            "Please fix the parking. Nurse Ann at Riverside Clinic saved me, call 555-201-3344. "
                + "I want to kill myself.",
            "How could we improve?",
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    var entry =
        new DirectoryEntry(
            "loc-1", DirectoryEntry.Kind.LOCATION, List.of("Riverside Clinic"), "Springfield");
    Assessment assessment = UNDERSTANDING.assess(List.of(post), List.of(entry)).getFirst();
    assertThat(assessment.identifiers()).isNotEmpty();
    assertThat(assessment.urgency().level()).isEqualTo(Urgency.Level.CRITICAL);
    assertThat(assessment.asks()).isNotEmpty();
    assertThat(assessment.about()).extracting(About::id).containsExactly("loc-1");
  }

  @Test
  void theStatedLanguageIsTakenOnlyWhereTheTextCannotTell() {
    var stated = new Post("1", "555", null, null, null, null, null, "es-MX", null, null);
    assertThat(UNDERSTANDING.assess(List.of(stated)).getFirst().language()).isEqualTo("es");
    var wrong =
        new Post("1", "The nurses were kind", null, null, null, null, null, "es", null, null);
    assertThat(UNDERSTANDING.assess(List.of(wrong)).getFirst().language()).isEqualTo("en");
  }
}
