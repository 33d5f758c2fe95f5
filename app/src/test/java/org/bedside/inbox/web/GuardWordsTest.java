package org.bedside.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.PropertyResourceBundle;
import java.util.stream.Collectors;
import org.bedside.understanding.Guard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardWordsTest {

  /** Read by itself: a bundle of a language answers with English words where it has none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "_es"})
  void everyRuleOfTheGuardSaysWhyInTheReadersLanguage(String language) throws IOException {
    try (var in =
        GuardWordsTest.class.getResourceAsStream("/messages/inbox" + language + ".properties")) {
      assertThat(in).isNotNull();
      var words = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
      assertThat(words.keySet())
          .containsAll(
              Guard.standard().rules().stream()
                  .map(rule -> "guard.rule." + rule)
                  .collect(Collectors.toSet()));
    }
  }
}
