package org.bedside.understanding.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.Verdict.Decision;
import org.jspecify.annotations.Nullable;

/**
 * The rules as written in the resources beside this class: word classes, harmless vocabulary,
 * harmless turns of phrase, and those that disclose.
 */
final class RuleBook {

  /** A rule: one reason for which a reply is held back. */
  record Rule(String key, Decision decision, boolean soft, String why) {}

  /**
   * One wording of a rule, or a harmless one where there is no rule.
   *
   * @param plain whether it discloses whatever stands around it
   */
  record Wording(@Nullable Rule rule, Pattern pattern, String instead, boolean plain) {}

  static final String ENGLISH = "en";
  static final String SPANISH = "es";

  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final Map<String, List<Wording>> byFirstWord = new HashMap<>();
  private final List<Wording> anywhere = new ArrayList<>();
  private final Set<String> harmless = new HashSet<>();
  private final Set<String> spanish = new HashSet<>();
  private final Set<String> spelled = new HashSet<>();

  static RuleBook load(String... resources) {
    var book = new RuleBook();
    for (String resource : resources) {
      book.read(resource);
    }
    return book;
  }

  private void read(String resource) {
    try (InputStream in = RuleBook.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      var section = new Section();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("//")) {
          section.take(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the reader stands in a file. */
  private final class Section {
    private @Nullable Rule rule;
    private String instead = "";
    private String language = ENGLISH;
    private boolean words;
    private boolean plain;

    void take(String line) {
      if (line.startsWith("language ")) {
        language = line.substring(9).strip();
      } else if (line.startsWith("class ")) {
        int colon = line.indexOf(':');
        define(line.substring(6, colon).strip(), line.substring(colon + 1));
      } else if (line.equals("safe words:")) {
        words = true;
      } else if (line.equals("safe phrases:")) {
        rule = null;
        words = false;
      } else if (line.startsWith("rule ")) {
        open(line);
      } else if (line.startsWith("instead:")) {
        instead = line.substring(8).strip();
      } else if (words) {
        harmless.addAll(members(line));
        if (language.equals(SPANISH)) {
          spanish.addAll(members(line));
        }
      } else {
        int arrow = line.indexOf("=>");
        String written = arrow < 0 ? line : line.substring(0, arrow);
        String safe = arrow < 0 ? (rule == null ? "" : instead) : line.substring(arrow + 2).strip();
        file(new Wording(rule, Pattern.parse(written, classes), safe, plain && rule != null));
      }
    }

    private void open(String line) {
      int colon = line.indexOf(':');
      String[] head = line.substring(5, colon).strip().split(" +");
      rule =
          rules.computeIfAbsent(
              head[0],
              key ->
                  new Rule(
                      key,
                      head[1].equals("block") ? Decision.BLOCK : Decision.WARN,
                      head.length > 2 && head[2].equals("soft"),
                      line.substring(colon + 1).strip()));
      words = false;
      plain = head.length > 2 && head[2].equals("plain");
      instead = "";
    }
  }

  private void define(String name, String line) {
    classes.computeIfAbsent(name, key -> new HashSet<>()).addAll(members(line));
  }

  private Set<String> members(String line) {
    var members = new HashSet<String>();
    for (String word : line.strip().split("\\s+")) {
      if (word.startsWith("@")) {
        members.addAll(classes.getOrDefault(word.substring(1), Set.of()));
      } else if (!word.isEmpty()) {
        members.add(word);
      }
    }
    return members;
  }

  private void file(Wording wording) {
    wording.pattern().elements().forEach(element -> spelled.addAll(element.words()));
    Set<String> first = wording.pattern().firstWords();
    if (first.isEmpty()) {
      anywhere.add(wording);
    }
    first.forEach(word -> byFirstWord.computeIfAbsent(word, key -> new ArrayList<>()).add(wording));
  }

  /** The wordings that might begin with this word. */
  List<Wording> wordingsFrom(String word) {
    List<Wording> fixed = byFirstWord.getOrDefault(word, List.of());
    if (anywhere.isEmpty()) {
      return fixed;
    }
    var all = new ArrayList<Wording>(fixed.size() + anywhere.size());
    all.addAll(fixed);
    all.addAll(anywhere);
    return all;
  }

  Rule rule(String key) {
    Rule rule = rules.get(key);
    if (rule == null) {
      throw new IllegalArgumentException("no rule " + key);
    }
    return rule;
  }

  /** Whether more of the words are Spanish than English, as far as either is known. */
  boolean isSpanish(List<Token> tokens) {
    int known = 0;
    int spoken = 0;
    for (Token token : tokens) {
      boolean here = spanish.contains(token.word());
      boolean there = harmless.contains(token.word()) && !here;
      known += there ? 1 : 0;
      spoken += here ? 1 : 0;
    }
    return spoken > known;
  }

  Set<String> keys() {
    return rules.keySet();
  }

  boolean in(String name, String word) {
    return classes.getOrDefault(name, Set.of()).contains(word);
  }

  /** Whether the word says nothing about a person by itself. */
  boolean harmless(String word) {
    return harmless.contains(word);
  }

  /** Whether a misspelling of this word is worth repairing. */
  Set<String> vocabulary() {
    var all = new HashSet<>(harmless);
    classes.values().forEach(all::addAll);
    all.addAll(spelled);
    return all;
  }
}
