package org.bedside.understanding.teaching;

/** Takes the commonest English and Spanish endings off a word, so that its forms are one. */
final class Stem {

  private static final int SHORTEST = 3;
  private static final String[] ENDINGS = {"ings", "ing", "ies", "ed", "es", "s"};

  private Stem() {}

  static String of(String word) {
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }
}
