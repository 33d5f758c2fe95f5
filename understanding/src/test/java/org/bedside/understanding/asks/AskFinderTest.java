package org.bedside.understanding.asks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskFinderTest {

  private final AskFinder finder = new AskFinder();

  private List<String> asks(String text) {
    return finder.find(text).stream().map(span -> span.of(text)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please get more chairs",
        "It would be nice if someone answered the phone",
        "You need more staff on nights",
        "The ward could do with a lick of paint",
        "Why can't you open on Saturdays?",
        "They should tell us how long the wait is",
        "I wish the doctor had listened",
        "Deberían contratar más enfermeras",
        "Por favor arreglen el ascensor"
      })
  void findsWhatIsAskedFor(String text) {
    assertThat(asks(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lovely staff, very kind",
        "We waited two hours",
        "Nothing, it was great",
        "El doctor fue muy amable"
      })
  void praiseAndPlainReportsAskForNothing(String text) {
    assertThat(asks(text)).isEmpty();
  }

  @Test
  void onlyTheSentenceThatAsksIsMarked() {
    assertThat(asks("The nurse was kind. Please fix the heating. We went home happy."))
        .containsExactly("Please fix the heating");
  }

  @Test
  void anAnswerToWhatCouldBeBetterIsAnAsk() {
    String question = "What could we do better?";
    assertThat(finder.find("Waiting time.", question)).hasSize(1);
    assertThat(finder.find("Nothing, all was perfect.", question)).isEmpty();
    assertThat(finder.find("Waiting time.", "What was good?")).isEmpty();
  }
}
