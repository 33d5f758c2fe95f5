package org.bedside.evenhandedness.web;

import org.bedside.evenhandedness.HiddenSpan;
import org.jspecify.annotations.Nullable;

/**
 * Where words that somebody copied from a review stand in it. A form sends line ends as CR LF
 * whatever the review has, so that any run of white space matches any other.
 *
 * @param times how often they stand there
 * @param span the first place, or null where there is none
 */
record WordsInText(int times, @Nullable HiddenSpan span) {

  static WordsInText find(String words, String text) {
    String wanted = words.strip();
    if (wanted.isEmpty()) {
      return new WordsInText(0, null);
    }
    int times = 0;
    HiddenSpan first = null;
    for (int start = 0; start < text.length(); start++) {
      int end = matchEnd(wanted, text, start);
      if (end > start) {
        times++;
        first = first == null ? new HiddenSpan(start, end) : first;
      }
    }
    return new WordsInText(times, first);
  }

  /** The end of a match that begins there, or -1. */
  private static int matchEnd(String wanted, String text, int start) {
    int at = start;
    int of = 0;
    while (of < wanted.length()) {
      if (at >= text.length()) {
        return -1;
      }
      boolean blank = Character.isWhitespace(wanted.charAt(of));
      if (blank != Character.isWhitespace(text.charAt(at))) {
        return -1;
      }
      if (blank) {
        of = behindBlanks(wanted, of);
        at = behindBlanks(text, at);
      } else if (wanted.charAt(of++) != text.charAt(at++)) {
        return -1;
      }
    }
    return at;
  }

  private static int behindBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
