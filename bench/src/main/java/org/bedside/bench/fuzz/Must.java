package org.bedside.bench.fuzz;

import org.bedside.understanding.Span;

/** What must hold of every answer, whatever it was asked about. */
final class Must {

  private static final double SUM_TOLERANCE = 1e-6;

  private Must() {}

  static void hold(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(otherwise);
    }
  }

  /** The span has words, lies within the text and parts no character. */
  static void liesIn(Span span, String text, String what) {
    hold(span.end() <= text.length(), what + " ends beyond the text");
    hold(span.start() < span.end(), what + " is an empty span");
    hold(isBorder(text, span.start()) && isBorder(text, span.end()), what + " parts a character");
  }

  private static boolean isBorder(String text, int at) {
    return at == 0
        || at == text.length()
        || !(Character.isHighSurrogate(text.charAt(at - 1))
            && Character.isLowSurrogate(text.charAt(at)));
  }

  static void beProbability(double value, String what) {
    hold(value >= 0 && value <= 1, what + " is no probability");
  }

  static void sumToOne(double sum, String what) {
    hold(Math.abs(sum - 1) < SUM_TOLERANCE, what + " don't sum to one");
  }
}
