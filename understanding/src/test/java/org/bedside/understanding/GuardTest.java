package org.bedside.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bedside.understanding.Verdict.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  private static final Guard GUARD = Guard.standard();
  private static final Post REVIEW =
      by("The wait was awful and nurse Kelly was rude about my knee.", "sunny88");

  private static Post by(String text, String author) {
    return new Post("1", text, null, 1.0, author, null, null, null, null, null);
  }

  private static Decision decide(String reply) {
    return GUARD.review(reply, REVIEW).decision();
  }

  @Test
  void aGeneralReplyWithAnOfficeToCallIsAllowed() {
    assertThat(
            decide(
                "Thank you for sharing your feedback. We take every concern about waiting"
                    + " seriously. Please call our patient relations office at (555) 010-2000."))
        .isEqualTo(Decision.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mrs. Pemberton, your insurance would not cover the treatment plan that we quoted.",
        "Dana Pemberton, we saw you in March and referred you for the pain.",
        "Your insurance was billed for the two visits, Dana Pemberton.",
        "People with bipolar disorder like you often feel that way.",
        "We have no record of you as a patient.",
        "You were never a patient here.",
        "Thank you for choosing us for your care.",
        "We look forward to seeing you again.",
        "Our records show that you cancelled.",
        "y o u r  v i s i t went well",
        "YOUR VISIT WENT WELL",
        "yоur vіsit went well",
        "Y0ur v1s1t went well",
        "Your tr3atm3nt went well",
        "Your m4mmogr4m went well",
        "Your trea7men7 went well",
        "Your m@mmogr@m went well",
        "Your tr*e@tm*ent went well",
        "Your appointment on June 4 was on time.",
        "Su visita fue importante para nosotros.",
        "No tenemos registro de usted.",
        "We would love to offer you a discount if you change your review.",
        "Our lawyers will be in touch."
      })
  void whatConfirmsDeniesOrRetellsIsBlocked(String reply) {
    assertThat(decide(reply)).isEqualTo(Decision.BLOCK);
  }

  @Test
  void wordsNobodyVettedAreShownToAPersonAndNotWavedThrough() {
    assertThat(decide("The zirconium came from the best supplier.")).isNotEqualTo(Decision.ALLOW);
  }

  @Test
  void everyFindingPointsAtItsWordsAndSaysWhyWithoutBlame() {
    String reply = "We are sorry that your visit was hard.";
    var verdict = GUARD.review(reply, REVIEW);
    assertThat(verdict.findings())
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.why()).endsWith(".");
              assertThat(GUARD.rules()).contains(finding.rule());
            })
        .extracting(finding -> finding.span().of(reply))
        .anySatisfy(words -> assertThat(words).contains("your visit"));
  }

  @Test
  void theShownNameIsDoubtfulAndAnyOtherNameIsNot() {
    Post jane = by("Great place!", "Jane D.");
    assertThat(GUARD.review("Thank you, Jane!", jane).decision()).isEqualTo(Decision.WARN);
    assertThat(GUARD.review("Thank you, Jane Dunmore!", jane).decision()).isEqualTo(Decision.BLOCK);
  }

  @Test
  void moreThanFiveSentencesAreDoubtful() {
    assertThat(decide("We appreciate all of the feedback here. ".repeat(6)))
        .isEqualTo(Decision.WARN);
    assertThat(decide("We appreciate all of the feedback here. ".repeat(5)))
        .isEqualTo(Decision.ALLOW);
  }

  @Test
  void everySafeWordingIsAllowed() {
    var contacts = List.of("", "(555) 010-2000", "care@willow.example");
    for (SentimentLabel sentiment : SentimentLabel.values()) {
      for (SafeReplies.Topic topic : SafeReplies.Topic.values()) {
        for (String contact : contacts) {
          for (Locale locale : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(SafeReplies.standard().suggest(sentiment, topic, contact, locale))
                .allSatisfy(
                    reply ->
                        assertThat(GUARD.review(reply, REVIEW).findings()).as(reply).isEmpty());
          }
        }
      }
    }
  }

  @Test
  void noUnsafeDevelopmentReplyIsAllowedAndFewSafeOnesAreBlocked() throws IOException {
    Map<String, Post> reviews = new HashMap<>();
    for (String[] row : rows("reviews.tsv")) {
      reviews.put(row[0], by(row[2], row[1]));
    }
    var letThrough = new ArrayList<String>();
    var blocked = new ArrayList<String>();
    int safe = 0;
    for (String[] row : rows("dev.tsv")) {
      Decision decision = GUARD.review(row[2], reviews.getOrDefault(row[1], REVIEW)).decision();
      if (row[0].equals("u") && decision == Decision.ALLOW) {
        letThrough.add(row[2]);
      }
      if (row[0].equals("s")) {
        safe++;
        if (decision == Decision.BLOCK) {
          blocked.add(row[2]);
        }
      }
    }
    assertThat(letThrough).isEmpty();
    assertThat(blocked).hasSizeLessThanOrEqualTo(safe / 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "\uD83D", "\uDC00\uD83D", "'", "''''", "((((", "+", "@.@"})
  void brokenTextGivesAVerdict(String reply) {
    assertThat(GUARD.review(reply, REVIEW)).isNotNull();
    assertThat(GUARD.review(reply.repeat(1000), by(reply, reply))).isNotNull();
  }

  @Test
  void veryLongTextGivesAVerdict() {
    for (String part : List.of("your ", "a", "a-", "1-", "y o u r ", "e\u0301", ". ", "we ")) {
      assertThat(GUARD.review(part.repeat(100_000 / part.length()), REVIEW)).isNotNull();
    }
  }

  private static List<String[]> rows(String name) throws IOException {
    try (var in = GuardTest.class.getResourceAsStream("guard/" + name)) {
      assertThat(in).isNotNull();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> line.split("\t"))
          .toList();
    }
  }
}
