package org.bedside.improvement.store;

/** Words cut out of a post. */
final class Cut {

  private Cut() {}

  /**
   * The words between two offsets on one line, shortened where they are long.
   *
   * @param start first UTF-16 code unit, end the one after the last; what lies outside of the text
   *     is left out
   * @param longest in UTF-16 code units
   */
  static String words(String text, int start, int end, int longest) {
    int first = Math.clamp(start, 0, text.length());
    int last = Math.clamp(end, first, text.length());
    String words = text.substring(first, last).replaceAll("[\\s\\u0000]+", " ").strip();
    if (words.length() <= longest) {
      return words;
    }
    int space = words.lastIndexOf(' ', longest);
    int cut = space > longest / 2 ? space : longest;
    int whole = Character.isHighSurrogate(words.charAt(cut - 1)) ? cut - 1 : cut;
    return words.substring(0, whole).strip() + "…";
  }
}
