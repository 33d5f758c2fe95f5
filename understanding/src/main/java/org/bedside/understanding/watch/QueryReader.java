package org.bedside.understanding.watch;

import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.WatchSyntaxException;
import org.bedside.understanding.watch.QueryLexer.Token;
import org.bedside.understanding.watch.QueryLexer.TokenType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a query.
 *
 * <pre>
 * either  = both { OR both }
 * both    = negated { [AND] negated }
 * negated = { NOT } near
 * near    = part { NEAR/n part }
 * part    = [field:] ( either ) | term
 * </pre>
 */
public final class QueryReader {

  /** Longer queries are refused. */
  static final int LONGEST = 200_000;

  /** Deeper nesting of parentheses and longer chains of NEAR are refused. */
  static final int DEEPEST = 200;

  private final QueryLexer lexer;
  private final Terms terms = new Terms();
  private @Nullable String field;
  private int depth;

  private QueryReader(String query) throws WatchSyntaxException {
    lexer = new QueryLexer(query);
  }

  /** What the query says. */
  public static Query read(String query) throws WatchSyntaxException {
    if (query.length() > LONGEST) {
      throw new WatchSyntaxException(
          LONGEST,
          "watch.too-long",
          "A query may have at most " + LONGEST + " characters; split it into several watches.");
    }
    return new QueryReader(query).whole();
  }

  private Query whole() throws WatchSyntaxException {
    if (lexer.peek().type() == TokenType.END) {
      throw new WatchSyntaxException(0, "watch.empty", "The query is empty.");
    }
    Query query = either();
    Token rest = lexer.peek();
    if (rest.type() == TokenType.CLOSE) {
      throw new WatchSyntaxException(
          rest.start(), "watch.unopened-parenthesis", "This parenthesis was never opened.");
    }
    int negative = Negatives.columnOfUnbounded(query);
    if (negative >= 0) {
      throw new WatchSyntaxException(
          negative,
          "watch.only-negative",
          "A query must say what to find, not only what to leave out; add a word that must occur.");
    }
    return query;
  }

  private Query either() throws WatchSyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(both());
    while (lexer.peek().type() == TokenType.OR) {
      lexer.next();
      parts.add(both());
    }
    return any(parts);
  }

  private Query both() throws WatchSyntaxException {
    List<Query> parts = new ArrayList<>();
    parts.add(negated());
    while (true) {
      TokenType type = lexer.peek().type();
      if (type == TokenType.AND) {
        lexer.next();
      } else if (type != TokenType.NOT && type != TokenType.TERM && type != TokenType.OPEN) {
        return all(parts);
      }
      parts.add(negated());
    }
  }

  private Query negated() throws WatchSyntaxException {
    boolean negated = false;
    int column = lexer.peek().start();
    while (lexer.peek().type() == TokenType.NOT) {
      column = lexer.next().start();
      negated = !negated;
    }
    Query query = near();
    return negated ? negation(query, column) : query;
  }

  private Query near() throws WatchSyntaxException {
    Token first = lexer.peek();
    Query left = part();
    while (lexer.peek().type() == TokenType.NEAR) {
      Token operator = lexer.next();
      mayStandNear(left, first);
      Token second = lexer.peek();
      Query right = part();
      mayStandNear(right, second);
      int height = 1 + Math.max(height(left), height(right));
      tooDeep(height, operator);
      left = new Query.Near(left, right, operator.number(), operator.ordered(), height);
    }
    return left;
  }

  private Query part() throws WatchSyntaxException {
    Token token = lexer.peek();
    return switch (token.type()) {
      case OPEN -> group();
      case TERM -> terms.read(lexer.next(), field);
      case CLOSE, AND, OR, NOT, NEAR, END -> throw missing(token);
    };
  }

  private Query group() throws WatchSyntaxException {
    Token open = lexer.next();
    tooDeep(++depth, open);
    String outer = field;
    if (open.field() != null) {
      if (outer != null) {
        throw new WatchSyntaxException(
            open.start(), "watch.nested-field", "A field can't stand inside another field.");
      }
      field = open.field();
    }
    if (lexer.peek().type() == TokenType.CLOSE) {
      throw new WatchSyntaxException(
          open.start(), "watch.empty-group", "There is nothing between these parentheses.");
    }
    Query inner = either();
    if (lexer.peek().type() != TokenType.CLOSE) {
      throw new WatchSyntaxException(
          open.start(), "watch.unclosed-parenthesis", "This parenthesis is never closed.");
    }
    lexer.next();
    field = outer;
    depth--;
    return inner;
  }

  private static WatchSyntaxException missing(Token token) {
    String message =
        switch (token.type()) {
          case END -> "The query ends where a word was expected.";
          case CLOSE -> "A word was expected before this parenthesis.";
          case NOT -> "NOT can't stand after NEAR; write NOT before the whole NEAR.";
          case AND, OR, NEAR, OPEN, TERM ->
              "A word was expected before this operator; put operators in quotes or lower case to"
                  + " search for them.";
        };
    String code = token.type() == TokenType.NOT ? "watch.near-operand" : "watch.missing-word";
    return new WatchSyntaxException(token.start(), code, message);
  }

  private static void tooDeep(int depth, Token token) throws WatchSyntaxException {
    if (depth > DEEPEST) {
      throw new WatchSyntaxException(
          token.start(),
          "watch.too-deep",
          "Parentheses and NEAR can be nested at most " + DEEPEST + " deep.");
    }
  }

  private static void mayStandNear(Query query, Token token) throws WatchSyntaxException {
    if (!hasPlace(query)) {
      throw new WatchSyntaxException(
          token.start(),
          "watch.near-operand",
          "NEAR takes words, phrases and groups of these joined by OR.");
    }
  }

  private static boolean hasPlace(Query query) {
    return switch (query) {
      case Query.Phrase phrase -> Terms.isOfText(phrase.atoms().getFirst());
      case Query.Window window -> Terms.isOfText(window.atoms().getFirst());
      case Query.Near _ -> true;
      case Query.Raw raw -> !raw.atoms().isEmpty();
      case Query.Any any -> any.parts().stream().allMatch(QueryReader::hasPlace);
      case Query.All _, Query.Not _, Query.Rating _ -> false;
    };
  }

  private static int height(Query query) {
    return switch (query) {
      case Query.Near near -> near.height();
      case Query.Any any -> any.parts().stream().mapToInt(QueryReader::height).max().orElse(0);
      case Query.All _, Query.Not _, Query.Phrase _, Query.Window _, Query.Raw _, Query.Rating _ ->
          0;
    };
  }

  private static Query negation(Query query, int column) {
    return switch (query) {
      case Query.Any any -> all(any.parts().stream().map(part -> negation(part, column)).toList());
      case Query.All all -> any(all.parts().stream().map(part -> negation(part, column)).toList());
      case Query.Not not -> not.part();
      case Query.Phrase _, Query.Window _, Query.Near _, Query.Raw _, Query.Rating _ ->
          new Query.Not(query, column);
    };
  }

  private static Query all(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<Query> flat = new ArrayList<>();
    for (Query part : parts) {
      if (part instanceof Query.All inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    return new Query.All(List.copyOf(flat));
  }

  private static Query any(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<Query> flat = new ArrayList<>();
    for (Query part : parts) {
      if (part instanceof Query.Any inner) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    return new Query.Any(List.copyOf(flat));
  }
}
