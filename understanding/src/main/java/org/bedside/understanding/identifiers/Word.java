package org.bedside.understanding.identifiers;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of letters or digits, or one other character that isn't a space.
 *
 * @param text as written
 * @param folded lower case, no diacritics
 * @param start first UTF-16 code unit
 * @param end the code unit after the last
 */
public record Word(String text, String folded, int start, int end) {

  private static final int LONGEST = 40;

  /** Splits a text; apostrophes and hyphens between letters stay inside, a final 's is cut off. */
  public static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (Character.isDigit(c)) {
        at = add(words, text, at, digits(text, at));
      } else if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
        int end = letters(text, at);
        String run = text.substring(at, end);
        if (run.length() > 2 && (run.endsWith("'s") || run.endsWith("’s"))) {
          add(words, text, at, end - 2);
          add(words, text, end - 2, end);
        } else {
          add(words, text, at, end);
        }
        at = end;
      } else {
        at = add(words, text, at, at + 1);
      }
    }
    return words;
  }

  private static int add(List<Word> words, String text, int from, int to) {
    String run = text.substring(from, to);
    words.add(new Word(run, run.length() > LONGEST ? "" : Gazetteer.fold(run), from, to));
    return to;
  }

  private static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int letters(String text, int at) {
    int end = at;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean part =
          Character.isLetter(c)
              || Character.getType(c) == Character.NON_SPACING_MARK
              || ((c == '\'' || c == '’' || c == '-')
                  && end + 1 < text.length()
                  && Character.isLetter(text.charAt(end + 1)));
      if (!part) {
        break;
      }
      end++;
    }
    return end;
  }
}
