package org.bedside.ui;

import java.util.Locale;

/** One or two letters that stand for a name. */
public final class Initials {

  private Initials() {}

  /** First letters of the first and the last word; "?" where the name has no letter or digit. */
  public static String of(String name) {
    String[] words =
        name.codePoints()
            .limit(200)
            .map(c -> Character.isLetterOrDigit(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip()
            .split(" +", -1);
    String first = firstLetter(words[0]);
    String last = words.length > 1 ? firstLetter(words[words.length - 1]) : "";
    return first.isEmpty() ? "?" : (first + last).toUpperCase(Locale.ROOT);
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : Character.toString(word.codePointAt(0));
  }
}
