package org.bedside.understanding.watch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names that many hospitals bear, whatever the kind of house is called: {@code Mercy}, {@code St.
 * Mary’s Medical Center}, {@code Hospital General}. The list is {@code shared-names.txt}. Immutable
 * and thread-safe.
 */
final class SharedNames {

  private static final SharedNames SHIPPED = read();

  private final Set<String> kind;
  private final Set<String> small;
  private final Set<String> saint;
  private final Set<String> saints;
  private final Set<List<String>> names = new HashSet<>();

  private SharedNames(Map<String, List<String>> sections) {
    kind = words(sections, "kind");
    small = words(sections, "small");
    saint = words(sections, "saint");
    saints = words(sections, "saints");
    for (String name : sections.getOrDefault("names", List.of())) {
      names.add(core(List.of(name.split(" "))));
    }
  }

  static SharedNames shipped() {
    return SHIPPED;
  }

  /**
   * Whether many bear this name.
   *
   * @param words of the name as the scanner folds them
   */
  boolean hold(List<String> words) {
    if (words.isEmpty()) {
      return false;
    }
    List<String> core = core(words);
    if (core.isEmpty() || names.contains(core)) {
      return true;
    }
    return core.size() > 1
        && saint.contains(core.getFirst())
        && saints.containsAll(core.subList(1, core.size()));
  }

  private List<String> core(List<String> words) {
    return words.stream().filter(word -> !kind.contains(word) && !small.contains(word)).toList();
  }

  private static Set<String> words(Map<String, List<String>> sections, String section) {
    Set<String> words = new HashSet<>();
    sections
        .getOrDefault(section, List.of())
        .forEach(line -> words.addAll(List.of(line.split(" "))));
    return Set.copyOf(words);
  }

  private static SharedNames read() {
    try (InputStream in = SharedNames.class.getResourceAsStream("shared-names.txt")) {
      if (in == null) {
        throw new IllegalStateException("shared-names.txt is missing");
      }
      Map<String, List<String>> sections = new HashMap<>();
      List<String> section = new ArrayList<>();
      for (String line :
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .toList()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          section.add(line);
        }
      }
      return new SharedNames(sections);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
