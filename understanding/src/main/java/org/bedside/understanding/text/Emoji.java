package org.bedside.understanding.text;

/** Finds pictographs and the marks that only alter the one before. */
final class Emoji {

  private Emoji() {}

  static boolean isEmoji(int point) {
    return (point >= 0x1F000 && point <= 0x1FAFF && !isJoinerOrModifier(point))
        || (point >= 0x2600 && point <= 0x27BF)
        || (point >= 0x2B00 && point <= 0x2BFF)
        || (point >= 0x2300 && point <= 0x23FF);
  }

  static boolean isJoinerOrModifier(int point) {
    return point == 0x200D || point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF);
  }

  /** Gives the end of the sequence that goes on at {@code at}: modifiers, and what they join. */
  static int end(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (!isJoinerOrModifier(point)) {
        break;
      }
      end += Character.charCount(point);
      if (point == 0x200D && end < text.length() && isEmoji(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      }
    }
    return end;
  }
}
