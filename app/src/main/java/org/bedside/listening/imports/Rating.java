package org.bedside.listening.imports;

import java.util.OptionalDouble;

/** Reads ratings as people write them: 4, 4.5, 4,5, 4/5, 4 stars, ★★★★☆. */
final class Rating {

  private static final int LONGEST = 40;

  private Rating() {}

  /** The number, or empty where there is none; whether it is within bounds is not looked at. */
  static OptionalDouble read(String value) {
    String text = value.strip();
    if (text.length() > LONGEST) {
      return OptionalDouble.empty();
    }
    long stars = text.chars().filter(c -> c == '★' || c == '⭐').count();
    if (stars > 0 && text.chars().allMatch(c -> "★⭐☆ \uFE0F".indexOf(c) >= 0)) {
      return OptionalDouble.of((double) stars);
    }
    int end = 0;
    while (end < text.length() && "+-0123456789.,".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    String rest = text.substring(end).strip().toLowerCase(java.util.Locale.ROOT);
    boolean known =
        rest.isEmpty()
            || rest.startsWith("/")
            || rest.startsWith("star")
            || rest.startsWith("estrella")
            || rest.startsWith("out of")
            || rest.startsWith("de ")
            || rest.startsWith("★");
    try {
      return known
          ? OptionalDouble.of(Double.parseDouble(text.substring(0, end).replace(',', '.')))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
