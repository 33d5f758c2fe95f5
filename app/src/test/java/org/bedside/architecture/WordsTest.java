package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bedside.identity.Permission;
import org.junit.jupiter.api.Test;

/** The words on screen: in both languages, all there, and none of them in a template. */
class WordsTest {

  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/jte");
  private static final Path SOURCES = Path.of("src/main/java");

  /** Draws our own icons, whose lines are constants of the program. */
  private static final Path DRAWS_ICONS = TEMPLATES.resolve("ui/icon.jte");

  /** Languages are named in themselves, keys as they are printed. */
  private static final Set<String> SAME_EVERYWHERE = Set.of("English", "Español", "Enter", "Esc");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
  private static final Pattern LITERAL_KEY =
      Pattern.compile(
          "(?:\\.text|getMessage|NavItem|SettingsItem)\\(\\s*(?:(?:SettingsGroup\\.\\w+,\\s*)?\\d+,\\s*)?\"([A-Za-z0-9._-]+)\"\\s*[,)]");

  @Test
  void everyEnglishSentenceHasItsSpanishOneWithTheSamePlaceholders() {
    for (Path english : files(MESSAGES, ".properties")) {
      String name = english.getFileName().toString();
      if (name.contains("_")) {
        continue;
      }
      Map<String, String> en = load(english);
      Map<String, String> es =
          load(MESSAGES.resolve(name.replace(".properties", "_es.properties")));
      assertThat(es.keySet()).as(name).containsExactlyInAnyOrderElementsOf(en.keySet());
      en.forEach(
          (key, sentence) ->
              assertThat(placeholders(es.getOrDefault(key, "")))
                  .as(name + " " + key)
                  .isEqualTo(placeholders(sentence)));
    }
  }

  @Test
  void noKeyIsWrittenTwice() throws IOException {
    for (Path file : files(MESSAGES, ".properties")) {
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(lines.filter(line -> line.matches("[a-zA-Z0-9_.-]+=.*")))
            .extracting(line -> line.substring(0, line.indexOf('=')))
            .as(file.toString())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void noSentenceLosesItsPlaceholdersToAQuote() {
    for (Path file : files(MESSAGES, ".properties")) {
      load(file)
          .forEach(
              (key, sentence) -> {
                assertThat(sentence).as(file + " " + key).isNotBlank().doesNotContain("'");
                new MessageFormat(sentence);
              });
    }
  }

  @Test
  void everySentenceThatIsAskedForExists() {
    Set<String> known = new TreeSet<>();
    for (Path file : files(MESSAGES, ".properties")) {
      known.addAll(load(file).keySet());
    }
    Map<String, Path> asked = new TreeMap<>();
    Stream.concat(files(TEMPLATES, ".jte").stream(), files(SOURCES, ".java").stream())
        .forEach(
            file -> {
              Matcher key = LITERAL_KEY.matcher(read(file));
              while (key.find()) {
                asked.put(key.group(1), file);
              }
            });
    assertThat(asked).isNotEmpty();
    asked.keySet().removeAll(known);
    assertThat(asked).as("asked for, but in no message file").isEmpty();
  }

  /** A page that lists them breaks off in the middle where one has no name. */
  @Test
  void everyPermissionIsNamed() {
    Set<String> known = new TreeSet<>();
    for (Path file : files(MESSAGES, ".properties")) {
      known.addAll(load(file).keySet());
    }
    assertThat(known)
        .containsAll(Stream.of(Permission.values()).map(one -> "permission." + one).toList());
  }

  @Test
  void templatesCarryNoScriptNoStyleAndNothingUnescaped() {
    for (Path file : files(TEMPLATES, ".jte")) {
      String template = read(file);
      if (!file.equals(DRAWS_ICONS)) {
        assertThat(template).as(file.toString()).doesNotContain("$unsafe");
      }
      assertThat(template)
          .as(file.toString())
          .doesNotContainIgnoringCase("javascript:")
          .doesNotContainIgnoringCase("<style")
          .doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)")
          .doesNotContainPattern("(?i)\\sstyle\\s*=")
          .doesNotContainPattern("(?i)[\\s\"]on[a-z]+\\s*=\\s*[\"'$]")
          .doesNotContainPattern("(?i)(src|href|action)=\"(https?:)?//");
    }
  }

  @Test
  void templatesCarryNoWordsOfTheirOwn() {
    Map<String, List<String>> found = new TreeMap<>();
    for (Path file : files(TEMPLATES, ".jte")) {
      List<String> words =
          wordsIn(read(file)).stream().filter(word -> !SAME_EVERYWHERE.contains(word)).toList();
      if (!words.isEmpty()) {
        found.put(file.toString(), words);
      }
    }
    assertThat(found).as("words that belong in a message file").isEmpty();
  }

  /** What is left of a template without its code and its tags. */
  private static List<String> wordsIn(String template) {
    String text = template.replaceAll("(?s)<%--.*?--%>", " ").replaceAll("(?s)<!--.*?-->", " ");
    text = withoutBalanced(text, "${", '{', '}');
    text = withoutBalanced(text, "!{", '{', '}');
    text = text.replaceAll("(?m)^\\s*@(import|param)\\b.*$", " ");
    text = withoutCalls(text);
    text =
        text.replaceAll("\\$unsafe\\{[^}]*}", " ")
            .replaceAll("@(else|endif|endfor|endraw|raw)\\b", " ");
    text = text.replaceAll("(?s)</?[a-zA-Z!][^>]*>", "\u0001");
    text = text.replaceAll("&[a-z]+;|&#\\d+;", " ").replace("`", " ");
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("\\p{L}{2,}[^\u0001\\n]*").matcher(text);
    while (word.find()) {
      words.add(word.group().strip());
    }
    return words;
  }

  /** Directives and calls of templates, whose content blocks stay: {@code @`…`}. */
  private static String withoutCalls(String text) {
    StringBuilder kept = new StringBuilder();
    Matcher call =
        Pattern.compile("@(?:template\\.[A-Za-z.\\-]+|if|elseif|for)\\s*\\(|@else\\s?if\\s*\\(")
            .matcher(text);
    int from = 0;
    while (call.find(from)) {
      kept.append(text, from, call.start()).append(' ');
      int depth = 1;
      int at = call.end();
      boolean inString = false;
      while (at < text.length() && depth > 0) {
        char c = text.charAt(at);
        if (c == '`') {
          int end = endOfContent(text, at + 1);
          kept.append(withoutCalls(text.substring(at + 1, end))).append(' ');
          at = end;
        } else if (c == '"' && text.charAt(at - 1) != '\\') {
          inString = !inString;
        } else if (!inString && c == '(') {
          depth++;
        } else if (!inString && c == ')') {
          depth--;
        }
        at++;
      }
      from = at;
    }
    return kept.append(text.substring(Math.min(from, text.length()))).toString();
  }

  /** The closing backtick of a content block, blocks inside it skipped. */
  private static int endOfContent(String text, int from) {
    int depth = 1;
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '`') {
        depth += text.charAt(at - 1) == '@' ? 1 : -1;
        if (depth == 0) {
          return at;
        }
      }
    }
    return text.length();
  }

  private static String withoutBalanced(String text, String open, char up, char down) {
    StringBuilder kept = new StringBuilder();
    int from = 0;
    int start;
    while ((start = text.indexOf(open, from)) >= 0) {
      kept.append(text, from, start).append(' ');
      int depth = 0;
      int at = start + open.length() - 1;
      do {
        char c = text.charAt(at++);
        depth += c == up ? 1 : c == down ? -1 : 0;
      } while (depth > 0 && at < text.length());
      from = at;
    }
    return kept.append(text.substring(from)).toString();
  }

  private static Set<String> placeholders(String sentence) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(sentence);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Map<String, String> load(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> sentences = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(key -> sentences.put(key, properties.getProperty(key)));
    return sentences;
  }

  private static List<Path> files(Path root, String ending) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
