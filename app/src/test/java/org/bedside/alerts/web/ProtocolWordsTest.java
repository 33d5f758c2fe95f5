package org.bedside.alerts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.PropertyResourceBundle;
import org.bedside.alerts.Crisis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolWordsTest {

  /** Read by itself: a bundle of a language answers with English words where it has none. */
  @ParameterizedTest
  @ValueSource(strings = {"", "_es"})
  void everyKindOfCrisisHasAProtocolInTheReadersLanguage(String language) throws IOException {
    try (var in =
        ProtocolWordsTest.class.getResourceAsStream(
            "/messages/alerts" + language + ".properties")) {
      assertThat(in).isNotNull();
      var words = new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String chapter : List.of("now", "call", "never")) {
        assertThat(words.keySet())
            .containsAll(
                Arrays.stream(Crisis.values())
                    .map(crisis -> "alerts.protocol." + crisis.label() + "." + chapter + ".1")
                    .toList());
      }
    }
  }
}
