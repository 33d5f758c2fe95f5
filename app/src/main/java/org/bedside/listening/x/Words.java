package org.bedside.listening.x;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a watch into its tokens: parentheses, operators, and everything else as it is written. Never
 * throws; linear.
 */
final class Words {

  private static final int LONGEST = 20_000;

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Words(String query) {
    this.query = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
  }

  /**
   * @param field before a colon, in lower case; empty where there is none
   * @param text without its quotation marks
   * @param quoted whether it is a phrase
   */
  record Token(Kind kind, String field, String text, boolean quoted) {}

  enum Kind {
    OPEN,
    CLOSE,
    OR,
    /** Also NEAR, which can only be said more widely. */
    AND,
    NOT,
    TERM,
    /** A field before a group, such as {@code lang:(}. */
    FIELD
  }

  static List<Token> of(String query) {
    Words words = new Words(query);
    while (words.at < words.query.length()) {
      words.next();
    }
    return words.tokens;
  }

  private void next() {
    char c = query.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '(' || c == ')') {
      at++;
      add(c == '(' ? Kind.OPEN : Kind.CLOSE, "", "", false);
    } else if (c == '"') {
      add(Kind.TERM, "", quoted(), true);
    } else {
      word();
    }
  }

  private void word() {
    int from = at;
    while (at < query.length() && "()\"".indexOf(query.charAt(at)) < 0 && !isBlank(at)) {
      at++;
    }
    String written = query.substring(from, at);
    int colon = written.indexOf(':');
    String field = colon <= 0 ? "" : written.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
    String rest = written.substring(colon <= 0 ? 0 : colon + 1);
    boolean known =
        List.of("author", "site", "url", "lang", "country", "rating", "source", "raw")
            .contains(field);
    if (!known) {
      operatorOrTerm(written);
    } else if (!rest.isEmpty()) {
      add(Kind.TERM, field, rest, false);
    } else if (at < query.length() && query.charAt(at) == '"') {
      add(Kind.TERM, field, quoted(), true);
    } else {
      add(Kind.FIELD, field, "", false);
    }
  }

  private void operatorOrTerm(String written) {
    switch (written) {
      case "AND" -> add(Kind.AND, "", "", false);
      case "OR" -> add(Kind.OR, "", "", false);
      case "NOT" -> add(Kind.NOT, "", "", false);
      default -> {
        boolean near = written.startsWith("NEAR/");
        add(near ? Kind.AND : Kind.TERM, "", near ? "" : written, false);
      }
    }
  }

  /** A phrase; with a slop behind it, it is words in any order, told by not being quoted. */
  private String quoted() {
    int from = ++at;
    while (at < query.length() && query.charAt(at) != '"') {
      at += query.charAt(at) == '\\' && at + 1 < query.length() ? 2 : 1;
    }
    String text = query.substring(from, Math.min(at, query.length()));
    at = Math.min(at + 1, query.length());
    if (at < query.length() && query.charAt(at) == '~') {
      at++;
      while (at < query.length() && Character.isDigit(query.charAt(at))) {
        at++;
      }
      return "~" + text;
    }
    return text;
  }

  private boolean isBlank(int index) {
    return Character.isWhitespace(query.charAt(index));
  }

  private void add(Kind kind, String field, String text, boolean quoted) {
    tokens.add(new Token(kind, field, text, quoted));
  }
}
