package org.bedside.understanding.text;

/** Western emoticons of two to four ASCII characters, such as {@code :-)} and {@code <3}. */
final class Emoticons {

  private static final String EYES = ":;=";
  private static final String NOSES = "-'^o";
  private static final String GLAD = ")]D}pP*3";
  private static final String SAD = "([{/\\|@";

  private Emoticons() {}

  static boolean startsAt(String text, int at) {
    return end(text, at) > at;
  }

  /** Gives where the emoticon at {@code at} ends, or {@code at} where there is none. */
  static int end(String text, int at) {
    char first = text.charAt(at);
    if (first == '<' && charAt(text, at + 1) == '3') {
      return at + 2;
    }
    if (EYES.indexOf(first) >= 0) {
      int mouth = NOSES.indexOf(charAt(text, at + 1)) >= 0 ? at + 2 : at + 1;
      char c = charAt(text, mouth);
      boolean known = c != 0 && (GLAD.indexOf(c) >= 0 || SAD.indexOf(c) >= 0);
      boolean free = !Character.isLetterOrDigit(c) || !isLetterOrDigit(text, mouth + 1);
      return known && free && !text.startsWith("//", mouth) ? mouth + 1 : at;
    }
    if ((first == '(' || first == ')') && EYES.indexOf(charAt(text, at + 1)) >= 0) {
      return charAt(text, at + 1) == '=' ? at : at + 2;
    }
    return at;
  }

  /** Gives one of four classes: {@code <3}, {@code :)}, {@code ;)} or {@code :(}. */
  static String norm(String text, int start, int end) {
    char first = text.charAt(start);
    char last = text.charAt(end - 1);
    if (first == '<') {
      return "<3";
    }
    if (first == '(') {
      return ":)";
    }
    if (first == ')') {
      return ":(";
    }
    if (SAD.indexOf(last) >= 0) {
      return last == '/' || last == '\\' || last == '|' ? ":/" : ":(";
    }
    return first == ';' ? ";)" : ":)";
  }

  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isLetterOrDigit(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
