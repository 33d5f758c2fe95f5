package org.bedside.inbox.store;

/** The beginning of what somebody wrote. */
final class Teaser {

  private Teaser() {}

  /**
   * The text where it is short; else its beginning, cut between words, or, where one word is very
   * long, within it, but never between the halves of one character.
   *
   * @param line without line breaks
   * @param longest in UTF-16 code units, the ellipsis not counted
   */
  static String of(String line, int longest) {
    if (line.length() <= longest) {
      return line;
    }
    int space = line.lastIndexOf(' ', longest);
    int cut = space > longest / 2 ? space : longest;
    int end = Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut;
    return line.substring(0, end) + " …";
  }
}
