package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;

/**
 * Sees to it that whoever takes every alternative of a verdict has a reply that isn't blocked:
 * where the words alone don't do, whole sentences are to be replaced, and at last the whole reply.
 */
final class Alternatives {

  private static final List<String> SENTENCE =
      List.of("We would welcome the chance to talk", "Nos gustaría conversar");
  private static final List<String> REPLY =
      List.of(
          "Thank you for your feedback. Please contact our office; we would like to listen.",
          "Gracias por sus comentarios. Por favor comuníquese con nuestra oficina.");

  private final RuleBook book;

  Alternatives(RuleBook book) {
    this.book = book;
  }

  /**
   * The verdict on a reply, with spans so wide that their alternatives lead out of it.
   *
   * @param judge what is said of a reply as it stands
   */
  Verdict thatPass(String reply, Function<String, Verdict> judge) {
    Verdict verdict = judge.apply(reply);
    if (verdict.findings().isEmpty() || passes(reply, verdict, judge)) {
      return verdict;
    }
    List<Token> tokens = Tokens.of(reply);
    boolean isSpanish = book.isSpanish(tokens);
    Verdict wider = bySentence(verdict, tokens, SENTENCE.get(isSpanish ? 1 : 0));
    if (passes(reply, wider, judge)) {
      return wider;
    }
    Finding worst = worst(verdict);
    return new Verdict(
        verdict.decision(),
        List.of(over(worst, new Span(0, reply.length()), REPLY.get(isSpanish ? 1 : 0))));
  }

  private static boolean passes(String reply, Verdict verdict, Function<String, Verdict> judge) {
    return judge.apply(taken(reply, verdict)).decision() != Decision.BLOCK;
  }

  /** The reply with every alternative in its place. */
  static String taken(String reply, Verdict verdict) {
    var taken = new StringBuilder();
    int written = 0;
    for (Finding finding : verdict.findings()) {
      taken.append(reply, written, finding.span().start()).append(finding.instead());
      written = finding.span().end();
    }
    return taken.append(reply, written, reply.length()).toString();
  }

  /** Each sentence with something that is blocked as one finding; the first of them is said. */
  private static Verdict bySentence(Verdict verdict, List<Token> tokens, String sentence) {
    var wider = new ArrayList<Finding>();
    int reached = 0;
    for (Finding finding : verdict.findings()) {
      if (finding.span().start() < reached) {
        continue;
      }
      if (finding.decision() != Decision.BLOCK) {
        wider.add(finding);
        reached = finding.span().end();
        continue;
      }
      Span span = sentences(finding.span(), tokens);
      wider.removeIf(before -> before.span().end() > span.start());
      boolean isFirst = wider.stream().noneMatch(f -> f.instead().equals(sentence));
      wider.add(over(finding, span, isFirst ? sentence : ""));
      reached = span.end();
    }
    return new Verdict(verdict.decision(), wider);
  }

  private static Span sentences(Span span, List<Token> tokens) {
    int first = -1;
    int last = -1;
    for (Token token : tokens) {
      if (token.start() < span.end() && token.end() > span.start()) {
        first = first < 0 ? token.sentence() : first;
        last = token.sentence();
      }
    }
    int start = span.start();
    int end = span.end();
    for (Token token : tokens) {
      if (token.sentence() >= first && token.sentence() <= last) {
        start = Math.min(start, token.start());
        end = Math.max(end, token.end());
      }
    }
    return new Span(start, end);
  }

  private static Finding worst(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.decision() == Decision.BLOCK)
        .findFirst()
        .orElse(verdict.findings().getFirst());
  }

  private static Finding over(Finding finding, Span span, String instead) {
    return new Finding(finding.rule(), span, finding.decision(), finding.why(), instead);
  }

  /** A sentence for the place of a whole clause. */
  String forClause(String clause, boolean isSpanish) {
    String sentence = SENTENCE.get(isSpanish ? 1 : 0);
    boolean isEnded = !clause.isEmpty() && ".!?".indexOf(clause.charAt(clause.length() - 1)) >= 0;
    return isEnded ? sentence + "." : sentence;
  }
}
