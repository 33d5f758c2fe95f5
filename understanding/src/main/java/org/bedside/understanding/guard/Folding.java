package org.bedside.understanding.guard;

import java.text.Normalizer;

/**
 * Makes look-alike characters alike: case, diacritics, full-width and mathematical letters, and the
 * Cyrillic and Greek letters that are drawn like Latin ones.
 */
final class Folding {

  private static final String LOOK_ALIKES = "аaеeоoрpсcуyхxіiѕsјjһhԁdѵvοoαaεeρpυuιiνvτtκk";

  private Folding() {}

  /** The folded form of one code point; empty for marks and invisible characters. */
  static String fold(int codePoint) {
    if (codePoint < 0x80) {
      return String.valueOf((char) Character.toLowerCase(codePoint));
    }
    int type = Character.getType(codePoint);
    if (type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || codePoint == 0x00AD) {
      return "";
    }
    if (codePoint == 0x2019 || codePoint == 0x2018 || codePoint == 0x02BC || codePoint == 0x00B4) {
      return "'";
    }
    if (type == Character.SURROGATE) {
      return " ";
    }
    var folded = new StringBuilder();
    Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .map(Character::toLowerCase)
        .forEach(c -> folded.appendCodePoint(latin(c)));
    return folded.toString();
  }

  /** The folded form of a whole word. */
  static String fold(String word) {
    var folded = new StringBuilder(word.length());
    word.codePoints().forEach(c -> folded.append(fold(c)));
    return folded.toString();
  }

  private static int latin(int c) {
    if (c < 0x80 || c > 0xFFFF) {
      return c;
    }
    for (int i = 0; i < LOOK_ALIKES.length(); i += 2) {
      if (LOOK_ALIKES.charAt(i) == c) {
        return LOOK_ALIKES.charAt(i + 1);
      }
    }
    return c;
  }
}
