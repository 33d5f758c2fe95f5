package org.bedside.assessment.web;

import java.util.List;
import java.util.Objects;
import org.bedside.understanding.OwnTheme;
import org.jspecify.annotations.Nullable;

/**
 * A theme as entered.
 *
 * @param examples one a line
 */
public record ThemeForm(String name, String examples) {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LINE = 4_000;

  static final ThemeForm EMPTY = new ThemeForm("", "");

  public ThemeForm(@Nullable String name, @Nullable String examples) {
    this.name = bare(name);
    this.examples = Objects.requireNonNullElse(examples, "").replace("\u0000", "");
  }

  private static String bare(@Nullable String name) {
    String line =
        Objects.requireNonNullElse(name, "").replace("\u0000", "").replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME).strip();
  }

  /** The examples, each once. */
  List<String> lines() {
    return examples
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE))
        .distinct()
        .toList();
  }

  /** How many different examples there are. */
  public int count() {
    return lines().size();
  }

  /** Enough to begin with, and not so many that it is found as well as it could be. */
  public boolean isFew() {
    return count() >= OwnTheme.FEWEST && count() < OwnTheme.ENOUGH;
  }

  /** What is wrong with the examples as a message key; empty where nothing is. */
  String problem() {
    if (count() < OwnTheme.FEWEST) {
      return "themes.too-few";
    }
    return count() > OwnTheme.MOST ? "themes.too-many" : "";
  }

  /** The theme; call only where there is no {@link #problem}. */
  OwnTheme theme() {
    return new OwnTheme(name.isEmpty() ? "?" : name, lines());
  }
}
