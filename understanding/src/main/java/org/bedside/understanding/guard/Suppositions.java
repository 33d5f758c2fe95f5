package org.bedside.understanding.guard;

import java.util.List;

/**
 * Tells what is only supposed from what is stated: {@code if you were a patient} says of nobody
 * that they were. Immutable and thread-safe.
 */
final class Suppositions {

  private static final String WHEN = "cuando";
  private static final String IF = "si";

  private final RuleBook book;

  Suppositions(RuleBook book) {
    this.book = book;
  }

  /** Of each word, whether its sentence has a condition up to there. */
  boolean[] in(String reply, List<Token> tokens) {
    var supposed = new boolean[tokens.size()];
    for (int at = 0; at < supposed.length; at++) {
      boolean goesOn = at > 0 && tokens.get(at - 1).sentence() == tokens.get(at).sentence();
      supposed[at] = (goesOn && supposed[at - 1]) || begins(reply, tokens, at);
    }
    return supposed;
  }

  private boolean begins(String reply, List<Token> tokens, int at) {
    Token token = tokens.get(at);
    return switch (token.word()) {
      case "should" -> at + 1 < tokens.size() && tokens.get(at + 1).word().equals("you");
      // “cuando usted estuvo” tells of what was, “cuando usted quiera” of what may be
      case WHEN -> isFollowedByAWish(tokens, at);
      default -> book.in("condition", token.word()) && !isYes(reply, token);
    };
  }

  private boolean isFollowedByAWish(List<Token> tokens, int at) {
    for (int next = at + 1; next < tokens.size() && next <= at + 3; next++) {
      if (tokens.get(next).sentence() != tokens.get(at).sentence()) {
        return false;
      }
      if (book.in("wish", tokens.get(next).word())) {
        return true;
      }
    }
    return false;
  }

  /** {@code sí}, which without its accent is {@code if}. */
  private static boolean isYes(String reply, Token token) {
    return token.word().equals(IF)
        && reply.substring(token.start(), token.end()).chars().anyMatch(c -> c == 'í' || c == 'Í');
  }
}
