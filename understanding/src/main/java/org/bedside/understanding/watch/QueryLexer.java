package org.bedside.understanding.watch;

import java.util.Locale;
import java.util.Set;
import org.bedside.understanding.WatchSyntaxException;
import org.jspecify.annotations.Nullable;

/** Takes a query apart into operators, parentheses and terms, looking one token ahead. */
final class QueryLexer {

  enum TokenType {
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    NEAR,
    TERM,
    END
  }

  /**
   * One token.
   *
   * @param start its first column
   * @param text of a term: what is searched for, without quotes and field
   * @param textStart the column at which {@code text} begins
   * @param quoted whether {@code text} stood in quotes
   * @param field of a term or an opening parenthesis: the field's name in lower case
   * @param number of NEAR and of a quoted term with a slop, else -1
   * @param ordered whether NEAR had an f
   */
  record Token(
      TokenType type,
      int start,
      String text,
      int textStart,
      boolean quoted,
      @Nullable String field,
      int number,
      boolean ordered) {

    private static Token of(TokenType type, int start) {
      return new Token(type, start, "", start, false, null, -1, false);
    }
  }

  private static final Set<String> FIELDS =
      Set.of("author", "site", "url", "lang", "country", "rating", "source", "raw");

  /** Words further apart than this aren't near. */
  private static final int FURTHEST = 1000;

  private final String query;
  private int at;
  private Token ahead;

  QueryLexer(String query) throws WatchSyntaxException {
    this.query = query;
    this.ahead = read();
  }

  Token peek() {
    return ahead;
  }

  Token next() throws WatchSyntaxException {
    Token token = ahead;
    ahead = read();
    return token;
  }

  private Token read() throws WatchSyntaxException {
    while (at < query.length() && isSpace(query.charAt(at))) {
      at++;
    }
    int start = at;
    if (start == query.length()) {
      return Token.of(TokenType.END, start);
    }
    char c = query.charAt(start);
    if (c == '(' || c == ')') {
      at++;
      return Token.of(c == '(' ? TokenType.OPEN : TokenType.CLOSE, start);
    }
    if (isQuote(c)) {
      return quoted(start, null);
    }
    int end = endOfWord(start);
    String word = query.substring(start, end);
    int colon = word.indexOf(':');
    if (colon > 0 && isName(word, colon)) {
      return fielded(start, colon);
    }
    at = end;
    return switch (word) {
      case "AND" -> Token.of(TokenType.AND, start);
      case "OR" -> Token.of(TokenType.OR, start);
      case "NOT" -> Token.of(TokenType.NOT, start);
      default ->
          word.equals("NEAR") || word.startsWith("NEAR/")
              ? near(start, word)
              : new Token(TokenType.TERM, start, word, start, false, null, -1, false);
    };
  }

  private static Token near(int start, String word) throws WatchSyntaxException {
    boolean ordered = word.endsWith("f");
    int digits = word.length() - (ordered ? 1 : 0);
    int number = word.length() < 5 ? -1 : number(word.substring(5, Math.max(5, digits)));
    if (number < 0) {
      throw new WatchSyntaxException(
          start,
          "watch.bad-near",
          "NEAR needs a number of words from 0 to "
              + FURTHEST
              + ", as in NEAR/5, or NEAR/5f for this order only.");
    }
    return new Token(TokenType.NEAR, start, "", start, false, null, number, ordered);
  }

  private Token fielded(int start, int colon) throws WatchSyntaxException {
    String field = query.substring(start, start + colon).toLowerCase(Locale.ROOT);
    if (!FIELDS.contains(field)) {
      throw new WatchSyntaxException(
          start,
          "watch.unknown-field",
          "There is no field of this name; the fields are author, site, url, lang, country,"
              + " rating, source and raw. Put words with a colon in quotes.");
    }
    int value = start + colon + 1;
    at = value;
    if (value == query.length() || isSpace(query.charAt(value)) || query.charAt(value) == ')') {
      throw new WatchSyntaxException(
          value, "watch.empty-value", "A value must follow the colon without a space.");
    }
    char c = query.charAt(value);
    if (isQuote(c)) {
      Token quoted = quoted(value, field);
      return new Token(
          TokenType.TERM,
          start,
          quoted.text(),
          quoted.textStart(),
          true,
          field,
          quoted.number(),
          false);
    }
    if (c == '(') {
      if (field.equals("raw")) {
        throw new WatchSyntaxException(
            value, "watch.raw-group", "raw: takes one word, or a phrase in quotes.");
      }
      at++;
      return new Token(TokenType.OPEN, start, "", value, false, field, -1, false);
    }
    at = endOfWord(value);
    return new Token(
        TokenType.TERM, start, query.substring(value, at), value, false, field, -1, false);
  }

  private Token quoted(int open, @Nullable String field) throws WatchSyntaxException {
    StringBuilder text = new StringBuilder();
    int i = open + 1;
    while (i < query.length() && !isQuote(query.charAt(i))) {
      if (query.charAt(i) == '\\'
          && i + 1 < query.length()
          && (isQuote(query.charAt(i + 1)) || query.charAt(i + 1) == '\\')) {
        i++;
      }
      text.append(query.charAt(i++));
    }
    if (i == query.length()) {
      throw new WatchSyntaxException(
          open, "watch.unclosed-quote", "This quotation mark is never closed.");
    }
    at = i + 1;
    int slop = -1;
    if (at < query.length() && query.charAt(at) == '~') {
      int tilde = at++;
      while (at < query.length() && isDigit(query.charAt(at))) {
        at++;
      }
      slop = number(query.substring(tilde + 1, at));
      if (slop < 0) {
        throw new WatchSyntaxException(
            tilde,
            "watch.bad-slop",
            "A number of words from 0 to " + FURTHEST + " must follow ~, as in \"a b\"~5.");
      }
    }
    return new Token(TokenType.TERM, open, text.toString(), open + 1, true, field, slop, false);
  }

  private int endOfWord(int start) {
    int end = start;
    while (end < query.length()) {
      char c = query.charAt(end);
      if (isSpace(c) || c == '(' || c == ')' || isQuote(c)) {
        break;
      }
      end++;
    }
    return end;
  }

  /** The number, or -1 where it is none or too great. */
  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(QueryLexer::isDigit)) {
      return -1;
    }
    int number = Integer.parseInt(digits);
    return number <= FURTHEST ? number : -1;
  }

  private static boolean isName(String word, int length) {
    return word.substring(0, length).chars().allMatch(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Word processors bend quotation marks. */
  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201C' || c == '\u201D' || c == '\u201E' || c == '\u201F';
  }
}
