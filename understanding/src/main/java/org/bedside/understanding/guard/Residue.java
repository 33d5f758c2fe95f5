package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict.Finding;
import org.bedside.understanding.guard.Token.Kind;

/**
 * What no rule spoke of. A reply is allowed only when every word of it is known to be harmless
 * where it stands; the rest is shown as a warning, so that a turn of phrase nobody thought of is
 * never waved through.
 */
final class Residue {

  private static final int MOST_SENTENCES = 5;
  private static final Set<String> SECOND_PERSON =
      Set.of(
          "you",
          "your",
          "yours",
          "yourself",
          "usted",
          "ustedes",
          "su",
          "sus",
          "tu",
          "tus",
          "ti",
          "te");
  private static final Set<String> THIRD_PERSON =
      Set.of("he", "she", "him", "her", "his", "hers", "ella", "himself", "herself");
  private static final Set<String> PAST =
      Set.of(
          "was", "were", "had", "did", "fue", "fueron", "estaba", "estuvo", "era", "habia", "tuvo",
          "hizo");

  private final RuleBook book;

  Residue(RuleBook book) {
    this.book = book;
  }

  List<Finding> find(String reply, List<Token> tokens, boolean[] covered, List<Finding> already) {
    var taken = new HashSet<Integer>();
    for (Finding finding : already) {
      for (int i = finding.span().start(); i < finding.span().end(); i++) {
        taken.add(i);
      }
    }
    var findings = new ArrayList<Finding>();
    for (int at = 0; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (covered[at] || taken.contains(token.start())) {
        continue;
      }
      String rule = ofOurName(reply, tokens, at) ? "" : rule(tokens, at);
      if (!rule.isEmpty()) {
        add(findings, rule, token, reply);
      }
    }
    int length = sentences(tokens);
    if (length > MOST_SENTENCES) {
      findings.add(
          ReplyReview.finding(
              book.rule("too-long"),
              new Span(tokens.getLast().start(), tokens.getLast().end()),
              tokens.getLast().end() == 0
                  ? ""
                  : reply.substring(tokens.getLast().start(), tokens.getLast().end())));
    }
    return findings;
  }

  /** Part of what reads as the name of the organization itself: {@code Willow Creek Clinic}. */
  private boolean ofOurName(String reply, List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.kind() != Kind.WORD || !Character.isUpperCase(reply.charAt(token.start()))) {
      return false;
    }
    for (int i = at + 1; i < tokens.size() && i <= at + 3; i++) {
      Token next = tokens.get(i);
      if (next.sentence() != token.sentence()
          || !Character.isUpperCase(reply.charAt(next.start()))) {
        break;
      }
      if (book.in("organisation", next.word())) {
        return true;
      }
    }
    for (int i = at - 1; i >= 1 && i >= at - 3; i--) {
      String before = tokens.get(i).word();
      if (before.equals("at") && book.in("everyone", tokens.get(i - 1).word())) {
        return true;
      }
      if (!Character.isUpperCase(reply.charAt(tokens.get(i).start()))) {
        break;
      }
    }
    return false;
  }

  private String rule(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    String word = token.word();
    if (token.kind() == Kind.CONTACT) {
      return "";
    }
    if (token.kind() == Kind.NUMBER) {
      return "unchecked-number";
    }
    if (SECOND_PERSON.contains(word)) {
      return "speaks-of-writer";
    }
    if (THIRD_PERSON.contains(word)) {
      return "speaks-of-person";
    }
    if (PAST.contains(word) || pastAfterWe(tokens, at)) {
      return "states-facts";
    }
    if (book.harmless(word)) {
      return "";
    }
    return "unchecked-words";
  }

  private boolean pastAfterWe(List<Token> tokens, int at) {
    if (at == 0 || tokens.get(at - 1).sentence() != tokens.get(at).sentence()) {
      return false;
    }
    String before = tokens.get(at - 1).word();
    return (before.equals("we") || before.equals("i") || before.equals("they"))
        && book.in("past", tokens.get(at).word());
  }

  /** Neighbouring words of one rule are one finding. */
  private void add(List<Finding> findings, String key, Token token, String reply) {
    var rule = book.rule(key);
    if (!findings.isEmpty()) {
      Finding last = findings.getLast();
      if (last.rule().equals(key)
          && token.start() >= last.span().end()
          && reply.substring(last.span().end(), token.start()).isBlank()
          && token.start() - last.span().end() <= 2) {
        findings.set(
            findings.size() - 1,
            ReplyReview.finding(rule, new Span(last.span().start(), token.end()), last.instead()));
        return;
      }
    }
    findings.add(ReplyReview.finding(rule, new Span(token.start(), token.end()), ""));
  }

  private static int sentences(List<Token> tokens) {
    int count = 0;
    int at = 0;
    while (at < tokens.size()) {
      int from = at;
      while (at < tokens.size() && tokens.get(at).sentence() == tokens.get(from).sentence()) {
        at++;
      }
      if (at - from > 4) {
        count++;
      }
    }
    return count;
  }
}
