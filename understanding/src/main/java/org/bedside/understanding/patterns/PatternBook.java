package org.bedside.understanding.patterns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bedside.understanding.words.Words;

/**
 * Many patterns, sorted into sections, run over a text together. A pattern is only tried at words
 * it can begin with, and looks at a bounded stretch, so that a text costs time linear in its
 * length. Immutable and thread-safe.
 *
 * <p>The file: {@code define name = rows} lines, {@code [section arguments]} headers, and below
 * each header {@code score pattern -- flags} lines; {@code #} begins a comment.
 */
public final class PatternBook {

  /** The patterns below one header. */
  public record Section(String name, List<String> arguments) {}

  /**
   * A place where a pattern matched.
   *
   * @param from first word
   * @param to the word after the last
   */
  public record Hit(Section section, double score, Set<String> flags, int from, int to) {}

  private record Pattern(Section section, double score, Set<String> flags, Node node) {}

  private final Map<String, List<Pattern>> byWord = new HashMap<>();
  private final Map<String, List<Pattern>> byPrefix = new HashMap<>();
  private int longestPrefix;
  private int shortestPrefix = Integer.MAX_VALUE;

  private PatternBook() {}

  /**
   * Reads a book from lines.
   *
   * @throws IllegalArgumentException when a line can't be read; names the line
   */
  public static PatternBook of(List<String> lines) {
    PatternBook book = new PatternBook();
    Map<String, String> definitions = new HashMap<>();
    Section section = new Section("", List.of());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      try {
        if (line.startsWith("define ")) {
          int equals = line.indexOf('=');
          definitions.put(line.substring(7, equals).strip(), line.substring(equals + 1).strip());
        } else if (line.startsWith("[")) {
          List<String> words = List.of(line.substring(1, line.length() - 1).split(" "));
          section = new Section(words.getFirst(), words.subList(1, words.size()));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          book.add(section, line, definitions);
        }
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return book;
  }

  /** Reads the book in the resource {@code name} beside {@code near}. */
  public static PatternBook load(Class<?> near, String name) {
    try (InputStream in = near.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return of(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Section section, String line, Map<String, String> definitions) {
    int space = line.indexOf(' ');
    double score = Double.parseDouble(line.substring(0, space));
    int dashes = line.indexOf(" -- ");
    String source = line.substring(space + 1, dashes < 0 ? line.length() : dashes).strip();
    Set<String> flags =
        dashes < 0 ? Set.of() : Set.of(line.substring(dashes + 4).strip().split(" "));
    Node node = PatternReader.read(source, definitions);
    Pattern pattern = new Pattern(section, score, flags, node);
    PatternReader.firsts(node)
        .forEach(
            (first, isPrefix) -> {
              if (isPrefix) {
                byPrefix.computeIfAbsent(first, _ -> new ArrayList<>()).add(pattern);
                longestPrefix = Math.max(longestPrefix, first.length());
                shortestPrefix = Math.min(shortestPrefix, first.length());
              } else {
                byWord.computeIfAbsent(first, _ -> new ArrayList<>()).add(pattern);
              }
            });
  }

  /** Every match, in the order of its first word; a pattern matches at most once at each word. */
  public List<Hit> hits(Words words) {
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      String form = words.form(at);
      tryAll(byWord.getOrDefault(form, List.of()), words, at, hits);
      int longest = Math.min(longestPrefix, form.length());
      for (int length = shortestPrefix; length <= longest; length++) {
        tryAll(byPrefix.getOrDefault(form.substring(0, length), List.of()), words, at, hits);
      }
    }
    return hits;
  }

  private static void tryAll(List<Pattern> patterns, Words words, int at, List<Hit> hits) {
    for (Pattern pattern : patterns) {
      int end = pattern.node().match(words, at, words.sentence(at));
      if (end > at) {
        hits.add(new Hit(pattern.section(), pattern.score(), pattern.flags(), at, end));
      }
    }
  }
}
