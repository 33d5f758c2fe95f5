package org.bedside.understanding.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which letters beyond a to z a language writes: one that is none of its own speaks against it.
 * Immutable and thread-safe.
 */
final class Alphabets {

  private static final double FOREIGN = 0.7;
  private static final int MOST = 3;

  /** For each letter that some language has, whether each of the languages has it. */
  private final Map<Integer, boolean[]> letters;

  private final int languages;

  private Alphabets(Map<Integer, boolean[]> letters, int languages) {
    this.letters = letters;
    this.languages = languages;
  }

  static Alphabets load(List<String> codes) {
    var letters = new HashMap<Integer, boolean[]>();
    for (String line : Lines.of("alphabets.txt")) {
      String[] parts = line.split(" ");
      int language = codes.indexOf(parts[0]);
      if (language >= 0) {
        parts[1]
            .codePoints()
            .forEach(
                letter ->
                    letters.computeIfAbsent(letter, _ -> new boolean[codes.size()])[language] =
                        true);
      }
    }
    return new Alphabets(Map.copyOf(letters), codes.size());
  }

  /** Lessens the sum of each language for the words that have letters which are none of its own. */
  void lessen(List<String> words, double[] sums) {
    int[] foreign = new int[languages];
    for (String word : words) {
      boolean[] has = new boolean[languages];
      word.codePoints()
          .filter(letter -> letter >= 0x80)
          .forEach(
              letter -> {
                boolean[] of = letters.get(letter);
                for (int i = 0; of != null && i < languages; i++) {
                  has[i] |= !of[i];
                }
              });
      for (int i = 0; i < languages; i++) {
        foreign[i] += has[i] ? 1 : 0;
      }
    }
    for (int i = 0; i < languages; i++) {
      sums[i] *= Math.pow(FOREIGN, Math.min(MOST, foreign[i]));
    }
  }
}
