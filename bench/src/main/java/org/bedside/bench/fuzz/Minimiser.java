package org.bedside.bench.fuzz;

import java.util.function.Predicate;

/** Makes a case that shows a fault as short as it easily gets. */
final class Minimiser {

  private static final int MOST_TRIES = 600;

  private final Predicate<Case> shows;
  private int tries;

  private Minimiser(Predicate<Case> shows) {
    this.shows = shows;
  }

  static Case shortest(Case input, Predicate<Case> shows) {
    return new Minimiser(shows).shorten(input);
  }

  private Case shorten(Case input) {
    Case best = input;
    for (String part : Case.PARTS) {
      Case without = best.with(part, _ -> "");
      if (holds(without)) {
        best = without;
      } else {
        best = shorten(best, part);
      }
    }
    return holds(best.rated(null)) ? best.rated(null) : best;
  }

  /** Leaves out halves, quarters and so on, as long as the fault stays. */
  private Case shorten(Case input, String part) {
    Case best = input;
    for (int size = length(best, part) / 2; size > 0; size /= 2) {
      for (int from = 0; from < length(best, part); ) {
        int at = from;
        int piece = size;
        Case without =
            best.with(
                part,
                text ->
                    text.substring(0, at) + text.substring(Math.min(text.length(), at + piece)));
        if (holds(without)) {
          best = without;
        } else {
          from += size;
        }
        if (tries > MOST_TRIES) {
          return best;
        }
      }
    }
    return best;
  }

  private boolean holds(Case input) {
    return tries++ <= MOST_TRIES && shows.test(input);
  }

  private static int length(Case input, String part) {
    String value = input.get(part);
    return value == null ? 0 : value.length();
  }
}
