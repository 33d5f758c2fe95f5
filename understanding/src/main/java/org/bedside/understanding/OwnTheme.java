package org.bedside.understanding;

import java.util.List;

/**
 * A theme that an organization adds by showing examples. Blank and repeated lines are left out.
 *
 * @param name how the organization calls it; no label of the theme framework
 * @param examples texts that speak of it, {@value #FEWEST} to {@value #MOST}
 * @param counterexamples texts that seem to, and don't; at most {@value #MOST}
 */
public record OwnTheme(String name, List<String> examples, List<String> counterexamples) {

  /** With fewer nothing can be learned that holds for other texts. */
  public static final int FEWEST = 10;

  /** From here on a theme is found as the published figures say. */
  public static final int ENOUGH = 20;

  /** More would make no difference worth their time. */
  public static final int MOST = 200;

  /**
   * @throws IllegalArgumentException where the name is blank, or there are too few examples or too
   *     many of either kind
   */
  public OwnTheme {
    name = name.strip();
    examples = lines(examples);
    counterexamples = lines(counterexamples);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A theme needs a name");
    }
    if (examples.size() < FEWEST) {
      throw new IllegalArgumentException(
          "A theme needs " + FEWEST + " different examples, not " + examples.size());
    }
    if (examples.size() > MOST || counterexamples.size() > MOST) {
      throw new IllegalArgumentException("At most " + MOST + " examples of each kind");
    }
  }

  /** A theme of examples alone. */
  public OwnTheme(String name, List<String> examples) {
    this(name, examples, List.of());
  }

  private static List<String> lines(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }
}
