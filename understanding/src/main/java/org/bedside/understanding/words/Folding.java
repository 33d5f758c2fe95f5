package org.bedside.understanding.words;

import java.text.Normalizer;

/** Folds letters: lower case, compatibility forms, no diacritics. */
public final class Folding {

  private Folding() {}

  /** Appends the folded form of one letter or digit. */
  static void fold(int point, StringBuilder to) {
    if (point < 0x80) {
      to.append((char) Character.toLowerCase(point));
      return;
    }
    String apart = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD);
    int at = 0;
    while (at < apart.length()) {
      int part = apart.codePointAt(at);
      if (Character.isLetterOrDigit(part)) {
        to.appendCodePoint(Character.toLowerCase(part));
      }
      at += Character.charCount(part);
    }
  }

  /** The letters and digits of {@code word}, folded. */
  public static String fold(String word) {
    StringBuilder folded = new StringBuilder(word.length());
    word.codePoints().filter(Character::isLetterOrDigit).forEach(point -> fold(point, folded));
    return folded.toString();
  }
}
