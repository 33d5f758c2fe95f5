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

  /** Names that are the same in every language, and are shown in their own. */
  private static final Set<String> OWN_WORDS = Set.of("English", "Español", "Esc", "Enter");

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
  void noTemplateHasWordsOfItsOwn() throws IOException {
    for (Path template : files(TEMPLATES, ".jte")) {
      Matcher words = Pattern.compile("\\p{L}{2,}").matcher(withoutMarkup(template));
      while (words.find()) {
        assertThat(OWN_WORDS).as(template.toString()).contains(words.group());
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

  private static String withoutMarkup(Path template) throws IOException {
    String text = Files.readString(template);
    text = text.replaceAll("(?s)<%--.*?--%>", " ");
    text = text.replaceAll("(?m)^\\s*(@import|@param).*$", " ");
    text = text.replaceAll("!\\{[^\\n]*\\}", " ");
    text = withoutCalls(text);
    return text.replaceAll("(?s)<[^>]*>", " ").replaceAll("&\\w+;", " ");
  }

  /** Leaves out template calls, conditions and expressions, whose brackets nest. */
  private static String withoutCalls(String text) {
    Pattern start =
        Pattern.compile(
            "@template\\.[\\w.]+\\(|@(?:if|elseif|for)\\s*\\(|\\$(?:unsafe)?\\{|@else|@end\\w+");
    StringBuilder rest = new StringBuilder();
    Matcher found = start.matcher(text);
    int at = 0;
    while (found.find(at)) {
      rest.append(text, at, found.start()).append(' ');
      String call = found.group();
      at = found.end();
      if (call.endsWith("(") || call.endsWith("{")) {
        int end = closing(text, at, call.charAt(call.length() - 1));
        for (String content : contents(text.substring(at, end))) {
          rest.append(withoutCalls(content)).append(' ');
        }
        at = end + 1;
      }
    }
    return rest.append(text.substring(Math.min(at, text.length()))).toString();
  }

  /** The blocks @`…` that are given to a template, which are markup again. */
  private static List<String> contents(String arguments) {
    int from = arguments.indexOf("@`");
    int to = arguments.lastIndexOf('`');
    return from >= 0 && to > from + 1 ? List.of(arguments.substring(from + 2, to)) : List.of();
  }

  private static int closing(String text, int from, char open) {
    char close = open == '(' ? ')' : '}';
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        i = text.indexOf('"', i + 1);
        if (i < 0) {
          break;
        }
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i;
      }
    }
    throw new AssertionError("Bracket is never closed: " + text.substring(from));
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
