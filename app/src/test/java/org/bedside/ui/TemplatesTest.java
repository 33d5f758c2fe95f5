package org.bedside.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every template and every message file, read as files. */
class TemplatesTest {

  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  @Test
  void everySentenceIsThereInEnglishAndSpanishWithTheSamePlaceholders() throws IOException {
    for (Path english : files(MESSAGES, ".properties")) {
      String name = english.getFileName().toString();
      if (!name.contains("_")) {
        Properties source = load(english);
        Properties spanish = load(MESSAGES.resolve(name.replace(".properties", "_es.properties")));
        assertThat(spanish.stringPropertyNames())
            .as(name)
            .containsExactlyInAnyOrderElementsOf(source.stringPropertyNames());
        for (String key : source.stringPropertyNames()) {
          assertThat(placeholders(spanish.getProperty(key)))
              .as(key)
              .isEqualTo(placeholders(source.getProperty(key)));
          assertThat(spanish.getProperty(key)).as(key).isNotBlank();
        }
      }
    }
  }

  @Test
  void everySentenceThatATemplateSaysByNameExists() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path file : files(MESSAGES, ".properties")) {
      known.addAll(load(file).stringPropertyNames());
    }
    Pattern said = Pattern.compile("\\.text\\(\"([^\"]+)\"\\s*[,)]");
    for (Path template : files(TEMPLATES, ".jte")) {
      Matcher found = said.matcher(Files.readString(template));
      while (found.find()) {
        assertThat(known).as(template.toString()).contains(found.group(1));
      }
    }
  }

  @Test
  void noTemplateHasAScriptOrAStyleWithin() throws IOException {
    Pattern forbidden =
        Pattern.compile("\\sstyle\\s*=|<style|\\son[a-z]+\\s*=\\s*[\"']|<script(?![^>]*\\ssrc=)");
    for (Path template : files(TEMPLATES, ".jte")) {
      assertThat(Files.readString(template))
          .as(template.toString())
          .doesNotContainPattern(forbidden);
    }
  }

  private static Set<String> placeholders(String sentence) {
    Set<String> found = new TreeSet<>();
    Matcher numbers = Pattern.compile("\\{(\\d+)").matcher(sentence);
    while (numbers.find()) {
      found.add(numbers.group(1));
    }
    return found;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Properties load(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
