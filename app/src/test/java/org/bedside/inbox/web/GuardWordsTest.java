package org.bedside.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.bedside.understanding.Guard;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "es"})
  void everyRuleOfTheGuardSaysWhyInTheReadersLanguage(String language) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "messages/inbox",
            Locale.of(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    assertThat(words.getLocale().getLanguage()).isEqualTo(language);
    assertThat(words.keySet())
        .containsAll(
            Guard.standard().rules().stream()
                .map(rule -> "guard.rule." + rule)
                .collect(Collectors.toSet()));
  }
}
