package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bedside.understanding.StoryPrint.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoryPrintTest {

  private static final String STORY =
      "Larkspur Health will close its maternity ward at the end of March, the board said on Monday,"
          + " after two years in which it could not find enough midwives for the night shifts.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RT @valley_news: %s",
        "%s https://news.example/a?utm_source=feed&utm_medium=rss",
        "“%s” via @valley_news",
        "LARKSPUR, Ohio (Reuters) - %s",
        "%s #maternity #larkspur"
      })
  void howATextTravelledIsNoPartOfIt(String carrier) {
    assertThat(same(STORY, carrier.formatted(STORY))).contains(Kind.EXACT);
  }

  @Test
  void caseAccentsAndPunctuationAreNoPartOfIt() {
    assertThat(
            same(
                "La clínica cerrará su sala de maternidad a finales de marzo, según la dirección",
                "LA CLINICA CERRARA SU SALA DE MATERNIDAD A FINALES DE MARZO - SEGUN LA DIRECCION"))
        .contains(Kind.EXACT);
  }

  @Test
  void theSameBodyUnderAnotherHeadlineIsSyndicated() {
    assertThat(
            same(
                "Maternity ward to close\n" + STORY,
                "Midwife shortage hits Larkspur\n" + STORY + " Read more at the Valley News."))
        .contains(Kind.SYNDICATED);
  }

  @Test
  void aFewChangedWordsAreAnEdit() {
    assertThat(
            same(
                STORY,
                STORY.replace("the board said on Monday", "its board announced") + " More soon."))
        .contains(Kind.EDITED);
    assertThat(
            same(
                "El hospital cerrará la sala de maternidad en marzo porque no encuentra matronas"
                    + " para la noche",
                "El hospital cerrará la sala de maternidad en abril porque no encuentra"
                    + " matronas para la noche"))
        .contains(Kind.EDITED);
  }

  @Test
  void aLongRunAmongWordsOfItsOwnIsAQuotation() {
    assertThat(
            same(
                STORY,
                "I gave birth to both of my girls there and nobody was ever kinder to me. And now I"
                    + " read this in my lunch break: "
                    + STORY
                    + " What are the women on our side of the river meant to do, drive for an hour"
                    + " in labour over the pass in the snow? Shame on every one of them, and I will"
                    + " be at the meeting on Thursday with my mother and both of my sisters to say"
                    + " so."))
        .contains(Kind.QUOTED);
  }

  @Test
  void whatIsCutOffAtTheEndIsStillTheSame() {
    assertThat(same(STORY, "RT @valley_news: " + STORY.substring(0, 117) + "..."))
        .contains(Kind.SYNDICATED);
  }

  @Test
  void shortTextsAreTheSameOnlyFromOneHand() {
    assertThat(same("Great staff!", "Great staff!")).isEmpty();
    assertThat(print("Great staff!", "ada", 5.0).sameStory(print("great staff", "Ada", 5.0)))
        .contains(Kind.EXACT);
  }

  @Test
  void aHeadlineThatBothLinkFromIsOneStory() {
    assertThat(
            same(
                "Flood water rises at Larkspur https://a.example/1",
                "RT @valley: Flood water rises at Larkspur https://b.example/2"))
        .contains(Kind.EXACT);
  }

  @Test
  void theFrameThatASourcePutsAroundItsEntriesIsNoStory() {
    String frame =
        "The Town Blog, Monday: a reader sent us this and we think that everybody should see it. %s"
            + " We asked the hospital what it says to that and shall write as soon as we hear.";
    String one = frame.formatted("The lift to the eye clinic has been broken since Easter.");
    String other = frame.formatted("Nobody told my aunt that her operation was put off again.");
    assertThat(from("blog", one).sameStory(from("blog", other))).isEmpty();
    assertThat(from("blog", STORY).sameStory(from("blog", STORY + " Updated on Tuesday.")))
        .isPresent();
  }

  @Test
  void reviewsInTheSameWordsByDifferentPeopleAreDifferentReviews() {
    String review = "The staff were very friendly and helpful and the ward was clean";
    assertThat(print(review, "ada", 5.0).sameStory(print(review, "ben", 5.0))).isEmpty();
    assertThat(print(review, null, 5.0).sameStory(print(review, null, 4.0))).isEmpty();
  }

  @Test
  void anotherNumberIsOtherNews() {
    assertThat(
            same(
                "The waiting time in the emergency room at Larkspur is now 20 minutes",
                "The waiting time in the emergency room at Larkspur is now 90 minutes"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My thoughts and prayers are with everyone who was hurt in the fire at the clinic",
        "Larkspur Health will open a new maternity ward in the spring, with rooms for families",
        "I would like to thank the night shift of the maternity ward for all that they did"
      })
  void otherTextsAreOtherStories(String other) {
    assertThat(same(STORY, other)).isEmpty();
  }

  @Test
  void whatIsOneStorySharesAKey() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      List<String> words =
          IntStream.range(0, 15 + random.nextInt(200))
              .mapToObj(
                  w -> "w" + Integer.toString(random.nextInt(2_000), 36).replaceAll("\\d", "x"))
              .collect(Collectors.toCollection(java.util.ArrayList::new));
      String before = String.join(" ", words);
      words.set(random.nextInt(words.size()), "changed");
      words.addAll(random.nextInt(words.size()), List.of("some", "words", "put", "in", "here"));
      StoryPrint one = print(before, null, null);
      StoryPrint other = print(String.join(" ", words), null, null);
      if (one.sameStory(other).isPresent()) {
        assertThat(Arrays.stream(one.keys()).filter(key -> has(other.keys(), key)).count())
            .as(before)
            .isPositive();
      }
      assertThat(one.sameStory(other)).isEqualTo(other.sameStory(one));
    }
  }

  @Test
  void anyTextGivesAPrint() {
    for (String text :
        List.of(
            "",
            "\0",
            "\uD800 half \uDC00",
            "@ # & &amp; &;;; http https:// RT via @",
            "Z\u0351\u036B\u0343a\u0351l\u0363g\u0351o ".repeat(5_000),
            "#".repeat(100_000),
            "&".repeat(100_000),
            "a".repeat(100_000),
            "ﷺ".repeat(20_000),
            "病院".repeat(50_000),
            "one two three ".repeat(8_000))) {
      StoryPrint print = print(text, null, null);
      assertThat(print.keys().length).isLessThanOrEqualTo(256);
      assertThat(print.sameStory(print(text + " more", null, null))).isNotNull();
    }
  }

  private static boolean has(long[] keys, long key) {
    return Arrays.stream(keys).anyMatch(one -> one == key);
  }

  private static Optional<Kind> same(String one, String other) {
    return print(one, null, null).sameStory(print(other, null, null));
  }

  private static StoryPrint from(String source, String text) {
    return StoryPrint.of(new Post("id", text, null, null, null, null, source, null, null, null));
  }

  private static StoryPrint print(String text, @Nullable String author, @Nullable Double rating) {
    return StoryPrint.of(new Post("id", text, null, rating, author, null, null, null, null, null));
  }
}
