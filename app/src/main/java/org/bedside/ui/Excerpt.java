package org.bedside.ui;

/** Where an excerpt of a text may begin and end: between words, never within a character. */
public final class Excerpt {

  private Excerpt() {}

  /**
   * The beginning of the first word from an offset on.
   *
   * @param at where the excerpt would begin, in UTF-16 code units
   * @param least what it has to hold begins here; where no word begins before, the excerpt begins
   *     at the offset itself
   */
  public static int begin(String text, int at, int least) {
    for (int i = Math.max(at, 1); at > 0 && i <= least; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return whole(text, Math.max(at, 0));
  }

  /**
   * The end of the last word up to an offset.
   *
   * @param at where the excerpt would end, in UTF-16 code units
   * @param least what it has to hold ends here; where no word ends after, the excerpt ends at the
   *     offset itself
   */
  public static int end(String text, int at, int least) {
    for (int i = at; at < text.length() && i >= least; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return whole(text, Math.min(at, text.length()));
  }

  private static int whole(String text, int at) {
    boolean split = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    return split ? at - 1 : at;
  }
}
