package org.bedside.understanding.watch;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/** What each character is to a word, and what it becomes when case and diacritics are folded. */
final class Letters {

  /** Not part of any word. */
  static final byte OTHER = 0;

  /** A letter or digit that folds to one character. */
  static final byte ONE = 1;

  /** A letter or digit that {@link #append} must fold. */
  static final byte MANY = 2;

  /** Goes on with a word that has begun, and is kept: a vowel sign. */
  static final byte MARK = 3;

  /** Leaves no trace: a diacritic, a variation selector. */
  static final byte DIACRITIC = 4;

  /** Leaves no trace and isn't seen: a soft hyphen, a joiner, a direction mark. */
  static final byte INVISIBLE = 5;

  static final byte UNDERSCORE = 6;

  /** A word by itself: an ideograph, a letter of a script without spaces, an emoji. */
  static final byte ALONE = 7;

  /** No character folds to more than this many. */
  static final int LONGEST_FOLD = 32;

  private static final int TABLE = 0x3000;
  private static final byte[] KINDS = new byte[TABLE];
  private static final char[] FOLDED = new char[TABLE];

  static {
    for (int c = 0; c < TABLE; c++) {
      byte kind = classify(c);
      if (kind == MANY) {
        String folded = fold(c);
        if (folded.length() == 1) {
          kind = ONE;
          FOLDED[c] = folded.charAt(0);
        } else if (folded.isEmpty()) {
          kind = OTHER;
        }
      }
      KINDS[c] = kind;
    }
  }

  private Letters() {}

  static byte kind(int codePoint) {
    return codePoint < TABLE ? KINDS[codePoint] : classify(codePoint);
  }

  /** The one character that a code point of kind {@link #ONE} folds to. */
  static char folded(int codePoint) {
    return FOLDED[codePoint];
  }

  /** Whether words run through this character, so that a match may not begin or end beside it. */
  static boolean joins(int codePoint) {
    byte kind = kind(codePoint);
    return kind != OTHER && kind != ALONE;
  }

  /** Writes the folded form of any letter, digit or mark at {@code at}; returns where it ends. */
  static int append(int codePoint, char[] into, int at) {
    if (codePoint < TABLE && KINDS[codePoint] == ONE) {
      into[at] = FOLDED[codePoint];
      return at + 1;
    }
    if (codePoint >= 0xAC00 && codePoint <= 0xD7A3) {
      return appendHangul(codePoint - 0xAC00, into, at);
    }
    if ((codePoint >= 0x3040 && codePoint <= 0x9FFF) || kind(codePoint) == MARK) {
      return at + Character.toChars(codePoint, into, at);
    }
    String folded = fold(codePoint);
    int length = Math.min(folded.length(), LONGEST_FOLD);
    folded.getChars(0, length, into, at);
    return at + length;
  }

  /** Syllables become letters, so that composed and decomposed Korean are the same. */
  private static int appendHangul(int syllable, char[] into, int at) {
    into[at] = (char) (0x1100 + syllable / 588);
    into[at + 1] = (char) (0x1161 + (syllable % 588) / 28);
    if (syllable % 28 == 0) {
      return at + 2;
    }
    into[at + 2] = (char) (0x11A7 + syllable % 28);
    return at + 3;
  }

  private static byte classify(int c) {
    if (c == '_') {
      return UNDERSCORE;
    }
    if (c == 0x200B) {
      return OTHER;
    }
    return switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          c >= 0x0E00 && withoutSpaces(c) ? ALONE : MANY;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> MANY;
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          isDiacritic(c) ? DIACRITIC : MARK;
      case Character.FORMAT -> INVISIBLE;
      default -> isPicture(c) ? ALONE : OTHER;
    };
  }

  private static boolean withoutSpaces(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  /** Signs below the arrows, such as the trademark sign, are punctuation to a reader. */
  private static boolean isPicture(int c) {
    return c >= 0x2190 && (Character.isExtendedPictographic(c) || (c >= 0x1F1E6 && c <= 0x1F1FF));
  }

  private static boolean isDiacritic(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0483 && c <= 0x0489)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x0610 && c <= 0x061A)
        || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xFE20 && c <= 0xFE2F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String fold(int codePoint) {
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    plain
        .codePoints()
        .map(Character::toLowerCase)
        .forEach(
            c -> {
              String two = spelledOut(c);
              if (!two.isEmpty()) {
                folded.append(two);
              } else if (Character.isLetterOrDigit(c)
                  || (Character.getType(c) == Character.NON_SPACING_MARK && !isDiacritic(c))) {
                folded.appendCodePoint(c);
              }
            });
    return folded.toString();
  }

  /** Letters that Unicode doesn't take apart but that people type without their keyboard's help. */
  private static String spelledOut(int c) {
    return switch (c) {
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'ł' -> "l";
      case 'ħ' -> "h";
      case 'ı' -> "i";
      case 'ς' -> "σ";
      default -> "";
    };
  }
}
