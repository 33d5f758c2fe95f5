package org.bedside.bench.fuzz;

import java.util.Set;

/** One thing that reads what anybody may have written. Used by several threads at once. */
interface Target {

  String name();

  /** Asks for the answer, and nothing else: this is what is timed. Equal for equal cases. */
  Object answer(Case input);

  /**
   * Checks what must hold of the answer.
   *
   * @param seen takes what the answer is made of (labels, rules, kinds), so that an input which
   *     shows something new is kept
   * @throws Violation where something doesn't hold
   */
  void check(Case input, Object answer, Set<String> seen);

  /** How many UTF-16 code units the answer has to be read from. */
  default int size(Case input) {
    return input.length() - input.reply().length();
  }
}
