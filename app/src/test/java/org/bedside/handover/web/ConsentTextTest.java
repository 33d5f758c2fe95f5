package org.bedside.handover.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.bedside.handover.Consent;
import org.junit.jupiter.api.Test;

class ConsentTextTest {

  /** The sentences of each version, by their hash. Add a line; never change one. */
  private static final Map<Integer, String> VERSIONS =
      Map.of(1, "5ad869f305f4a05507a558e44a994ee66bd5967748537b2b4079ded380380f3c");

  @Test
  void aSentenceThatPeopleAgreeToChangesOnlyWithItsVersion() throws IOException {
    TreeMap<String, String> sentences = new TreeMap<>();
    for (String language : List.of("", "_es")) {
      Properties file = new Properties();
      try (Reader in =
          Files.newBufferedReader(
              Path.of("src/main/resources/messages/handover" + language + ".properties"))) {
        file.load(in);
      }
      file.stringPropertyNames().stream()
          .filter(key -> key.startsWith(ConsentText.PREFIX))
          .forEach(key -> sentences.put(key + language, file.getProperty(key)));
    }

    assertThat(new Consent(ConsentText.VERSION, "", sentences.toString()).hash())
        .as("raise ConsentText.VERSION and add the new hash here")
        .isEqualTo(VERSIONS.get(ConsentText.VERSION));
  }
}
