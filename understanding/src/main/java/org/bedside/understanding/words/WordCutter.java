package org.bedside.understanding.words;

import java.util.List;

/** One pass over a text, cutting it into words. */
final class WordCutter {

  /** Longer words carry no meaning that is looked for; their form is cut, not their span. */
  private static final int LONGEST_FORM = 64;

  record Word(String form, int start, int end, int sentence, int clause, boolean capital) {}

  private final String text;
  private final List<Word> words;
  private int sentence;
  private int clause;

  WordCutter(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  List<Word> cut() {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        at = word(at);
      } else {
        if (endsSentence(point, at)) {
          sentence++;
          clause++;
        } else if (point == ',' || point == ';' || point == ':' || point == '(' || point == ')') {
          clause++;
        }
        at += Character.charCount(point);
      }
    }
    return words;
  }

  private boolean endsSentence(int point, int at) {
    return switch (point) {
      case '!', '?', '…', '\n', '¡', '¿' -> true;
      case '.' -> !afterTitle() && (at + 1 >= text.length() || !isWordAt(at + 1));
      default -> false;
    };
  }

  private boolean afterTitle() {
    if (words.isEmpty()) {
      return false;
    }
    return switch (words.getLast().form()) {
      case "dr", "mr", "mrs", "ms", "st", "prof", "sr", "sra", "dra" -> true;
      default -> false;
    };
  }

  private boolean isWordAt(int at) {
    return Character.isLetterOrDigit(text.codePointAt(at));
  }

  private int word(int from) {
    StringBuilder form = new StringBuilder();
    StringBuilder suffix = new StringBuilder();
    boolean inSuffix = false;
    int at = from;
    int end = from;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (Character.isLetterOrDigit(point)) {
        StringBuilder target = inSuffix ? suffix : form;
        if (target.length() < LONGEST_FORM) {
          Folding.fold(point, target);
        }
        at += Character.charCount(point);
        end = at;
      } else if (isMark(point)) {
        at += Character.charCount(point);
        end = at;
      } else if (isApostrophe(point) && at + 1 < text.length() && isWordAt(at + 1)) {
        if (inSuffix) {
          break;
        }
        inSuffix = true;
        at++;
      } else {
        break;
      }
    }
    boolean capital = Character.isUpperCase(text.codePointAt(from));
    for (String one : Contractions.expand(form.toString(), suffix.toString())) {
      // "n't" alone leaves nothing before its "not", and some letters fold to nothing
      if (!one.isEmpty()) {
        words.add(new Word(one, from, end, sentence, clause, capital));
      }
    }
    return at;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || point == 0x200D
        || point == 0x00AD
        || point == 0x200B;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '’' || point == 'ʼ' || point == '`';
  }
}
