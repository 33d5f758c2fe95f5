package org.bedside.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The hand-written sentences of which the invented posts are made, by section. */
final class Sentences {

  private static final String FILE = "/demo/sentences.txt";

  private final Map<String, List<String>> sections;

  private Sentences(Map<String, List<String>> sections) {
    this.sections = sections;
  }

  static Sentences read() {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    List<String> section = new ArrayList<>();
    for (String line : lines(FILE)) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line);
      }
    }
    return new Sentences(sections);
  }

  /** The lines of a file that the program carries. */
  static List<String> lines(String file) {
    try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sentences of that language, theme and side; none where nobody wrote any. */
  List<String> of(String language, String theme, boolean praise) {
    return sections.getOrDefault(language + " " + theme + (praise ? " +" : " -"), List.of());
  }

  /** Sentences that neither praise nor blame. */
  List<String> neutral(String language) {
    return sections.getOrDefault(language + " neutral", List.of());
  }

  /** All that blame in that language, in the order written. */
  List<String> blame(String language) {
    return sections.entrySet().stream()
        .filter(section -> section.getKey().startsWith(language + " "))
        .filter(section -> section.getKey().endsWith(" -"))
        .flatMap(section -> section.getValue().stream())
        .toList();
  }
}
