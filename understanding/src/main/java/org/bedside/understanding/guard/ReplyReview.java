package org.bedside.understanding.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bedside.understanding.Post;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;
import org.bedside.understanding.guard.RuleBook.Rule;
import org.bedside.understanding.guard.RuleBook.Wording;
import org.bedside.understanding.judge.Encoded;
import org.jspecify.annotations.Nullable;

/** Checks replies against the rule book, and shows a person whatever the book doesn't know. */
public final class ReplyReview {

  /**
   * What the rules say.
   *
   * @param plain the words that disclose whatever stands around them
   */
  record Ruled(Verdict verdict, List<Span> plain) {}

  private static final String CONFIRMS = "confirms-patient";
  private static final String DENIES = "denies-patient";

  private final RuleBook book =
      RuleBook.load("classes.txt", "english.txt", "spanish.txt", "plain.txt", "residue.txt");
  private final Spelling spelling = new Spelling(book.vocabulary());
  private final Suppositions suppositions = new Suppositions(book);
  private final Residue residue = new Residue(book);
  private final Names names = new Names(book);
  private final Alternatives alternatives = new Alternatives(book);
  private final @Nullable LearnedReplies learned;

  /**
   * @param encoded null where the rules alone decide
   */
  public ReplyReview(@Nullable Encoded encoded) {
    learned = encoded == null ? null : new LearnedReplies(encoded, book);
  }

  /** Keys of all rules. */
  public Set<String> rules() {
    return new LinkedHashSet<>(book.keys());
  }

  /** What {@code reply} would disclose beyond {@code original}. */
  public Verdict review(String reply, Post original) {
    return alternatives.thatPass(reply, text -> judged(text, original));
  }

  private Verdict judged(String reply, Post original) {
    Ruled ruled = ruled(reply, original);
    return learned == null ? ruled.verdict() : learned.review(reply, original, ruled);
  }

  /** What the rules alone say. */
  public Verdict byRules(String reply, Post original) {
    return ruled(reply, original).verdict();
  }

  Ruled ruled(String reply, Post original) {
    List<Token> tokens = spelling.repair(reply, Tokens.of(reply));
    var findings = new ArrayList<Finding>();
    boolean[] covered = new boolean[tokens.size()];
    var safe = new ArrayList<Span>();
    var plain = new ArrayList<Span>();
    var sure = new HashSet<Finding>();
    boolean[] supposed = suppositions.in(reply, tokens);
    for (int at = 0; at < tokens.size(); at++) {
      match(tokens, at, supposed[at], covered, safe, plain, sure, findings);
    }
    var harmless = farthestEnds(safe);
    findings.removeIf(finding -> isWithin(harmless, finding.span()));
    plain.removeIf(span -> isWithin(harmless, span));
    findings.addAll(names.find(reply, tokens, original, plain));
    findings.addAll(residue.find(reply, tokens, covered, findings));
    return new Ruled(verdict(merge(findings, sure)), plain);
  }

  private static boolean isWithin(NavigableMap<Integer, Integer> harmless, Span span) {
    var before = harmless.floorEntry(span.start());
    return before != null && before.getValue() >= span.end();
  }

  private void match(
      List<Token> tokens,
      int at,
      boolean supposed,
      boolean[] covered,
      List<Span> safe,
      List<Span> plain,
      Set<Finding> sure,
      List<Finding> findings) {
    for (Wording wording : book.wordingsFrom(tokens.get(at).word())) {
      int end = wording.pattern().matchEnd(tokens, at);
      if (end <= at) {
        continue;
      }
      Span span = new Span(tokens.get(at).start(), tokens.get(end - 1).end());
      Rule rule = wording.rule();
      if (rule == null) {
        safe.add(span);
        for (int i = at; i < end; i++) {
          covered[i] = true;
        }
      } else {
        if (wording.plain() && supposed) {
          continue;
        }
        Finding found = finding(rule, span, wording.instead());
        if (wording.plain()) {
          plain.add(span);
          sure.add(found);
        }
        findings.add(
            rule.soft() && !wording.plain() && supposed && !tellsOfPast(tokens, at, end)
                ? doubtful(found)
                : found);
      }
    }
  }

  private boolean tellsOfPast(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      if (book.in("past", tokens.get(i).word())) {
        return true;
      }
    }
    return false;
  }

  private static Finding doubtful(Finding finding) {
    return new Finding(
        finding.rule(), finding.span(), Decision.WARN, finding.why(), finding.instead());
  }

  static Finding finding(Rule rule, Span span, String instead) {
    return new Finding(rule.key(), span, rule.decision(), rule.why(), instead);
  }

  /** For each start, the farthest end of any span that begins there or before. */
  private static NavigableMap<Integer, Integer> farthestEnds(List<Span> inOrderOfStart) {
    var ends = new TreeMap<Integer, Integer>();
    int farthest = 0;
    for (Span span : inOrderOfStart) {
      farthest = Math.max(farthest, span.end());
      ends.put(span.start(), farthest);
    }
    return ends;
  }

  /**
   * One finding for each stretch: the severer, then the longer, then the one that discloses
   * whatever stands around it, wins where two overlap. What denies that somebody is a patient says
   * so though a longer stretch of it reads as if it confirmed it.
   */
  private static List<Finding> merge(List<Finding> findings, Set<Finding> sure) {
    var denials =
        farthestEnds(
            findings.stream()
                .filter(finding -> finding.rule().equals(DENIES))
                .map(Finding::span)
                .sorted(Comparator.comparingInt(Span::start))
                .toList());
    var bySeverity = new ArrayList<>(findings);
    bySeverity.removeIf(
        finding -> finding.rule().equals(CONFIRMS) && reaches(denials, finding.span()));
    bySeverity.sort(
        Comparator.comparing(Finding::decision)
            .reversed()
            .thenComparingInt(finding -> finding.span().start() - finding.span().end())
            .thenComparing(finding -> !sure.contains(finding))
            .thenComparingInt(finding -> finding.span().start()));
    var kept = new TreeMap<Integer, Finding>();
    for (Finding finding : bySeverity) {
      var before = kept.lowerEntry(finding.span().end());
      if (before == null || before.getValue().span().end() <= finding.span().start()) {
        kept.put(finding.span().start(), finding);
      }
    }
    return List.copyOf(kept.values());
  }

  private static boolean reaches(NavigableMap<Integer, Integer> others, Span span) {
    var before = others.lowerEntry(span.end());
    return before != null && before.getValue() > span.start();
  }

  private static Verdict verdict(List<Finding> findings) {
    Decision worst =
        findings.stream()
            .map(Finding::decision)
            .max(Comparator.naturalOrder())
            .orElse(Decision.ALLOW);
    return new Verdict(worst, findings);
  }
}
