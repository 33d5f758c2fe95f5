package org.bedside.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bedside.understanding.Span;

/** Finds the words that an organization watches, whatever their case and accents. */
final class WatchedWords {

  private record Word(String folded, int start, int end) {}

  private final List<Word> words;

  WatchedWords(String text) {
    words = words(text);
  }

  /** The words of a phrase as they are looked for; empty where there is none. */
  static List<String> of(String phrase) {
    var folded = new ArrayList<String>();
    for (String part : phrase.strip().split("\\s+")) {
      boolean isOpen = part.endsWith("*");
      List<Word> inside = words(part);
      for (int i = 0; i < inside.size(); i++) {
        boolean isLast = i == inside.size() - 1;
        folded.add(inside.get(i).folded() + (isOpen && isLast ? "*" : ""));
      }
    }
    return folded;
  }

  /** Where the phrase stands in the text. */
  List<Span> find(List<String> phrase) {
    var found = new ArrayList<Span>();
    for (int at = 0; !phrase.isEmpty() && at + phrase.size() <= words.size(); at++) {
      if (isAt(phrase, at)) {
        found.add(new Span(words.get(at).start(), words.get(at + phrase.size() - 1).end()));
      }
    }
    return found;
  }

  private boolean isAt(List<String> phrase, int at) {
    for (int i = 0; i < phrase.size(); i++) {
      String wanted = phrase.get(i);
      String word = words.get(at + i).folded();
      boolean hit =
          wanted.endsWith("*")
              ? word.startsWith(wanted.substring(0, wanted.length() - 1))
              : word.equals(wanted);
      if (!hit) {
        return false;
      }
    }
    return true;
  }

  private static List<Word> words(String text) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && isPart(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        String folded = folded(text.substring(start, at));
        if (!folded.isEmpty()) {
          words.add(new Word(folded, start, at));
        }
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return words;
  }

  private static boolean isPart(int codePoint) {
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.FORMAT;
  }

  private static String folded(String word) {
    var folded = new StringBuilder();
    Normalizer.normalize(word, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
