package org.bedside.privacy;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.bedside.understanding.Span;
import org.bedside.understanding.Verdict;
import org.bedside.understanding.Verdict.Decision;
import org.bedside.understanding.Verdict.Finding;

/**
 * Adds to a verdict what an organization's policy asks for beyond the guard. Only adds: no finding
 * is dropped but for a severer one in its place, and no decision gets milder.
 */
final class StricterGuard {

  static final String WATCHED = "policy-watched";
  static final String LENGTH = "policy-length";
  static final String INVITATION = "policy-invitation";

  private record Phrase(List<String> words, Decision decision) {}

  private final GuardPolicy policy;
  private final List<Phrase> phrases;

  StricterGuard(GuardPolicy policy) {
    this.policy = policy;
    this.phrases =
        policy.watched().stream()
            .map(one -> new Phrase(WatchedWords.of(one.phrase()), one.decision()))
            .toList();
  }

  GuardPolicy policy() {
    return policy;
  }

  /** The verdict on {@code reply} with what the policy adds. */
  Verdict add(String reply, Verdict builtIn) {
    var findings = new ArrayList<Finding>();
    builtIn.findings().forEach(finding -> findings.add(raised(finding)));
    watched(reply).forEach(finding -> put(findings, finding));
    if (policy.mostSentences() > 0) {
      sentencesTooMany(reply).forEach(finding -> put(findings, finding));
    }
    if (isUninvited(reply)) {
      invite(reply, findings);
    }
    findings.sort(Comparator.comparingInt(finding -> finding.span().start()));
    Decision worst = builtIn.decision();
    for (Finding finding : findings) {
      worst = finding.decision().compareTo(worst) > 0 ? finding.decision() : worst;
    }
    return new Verdict(worst, findings);
  }

  private Finding raised(Finding finding) {
    boolean blocks = policy.allBlock() || policy.blockedRules().contains(finding.rule());
    return blocks ? as(finding, Decision.BLOCK) : finding;
  }

  private static Finding as(Finding finding, Decision decision) {
    return new Finding(finding.rule(), finding.span(), decision, finding.why(), finding.instead());
  }

  private List<Finding> watched(String reply) {
    var words = new WatchedWords(reply);
    var found = new ArrayList<Finding>();
    for (Phrase phrase : phrases) {
      Decision decision = policy.allBlock() ? Decision.BLOCK : phrase.decision();
      for (Span span : words.find(phrase.words())) {
        String why = "Your organization watches these words.";
        found.add(new Finding(WATCHED, span, decision, why, ""));
      }
    }
    found.sort(Comparator.comparing(Finding::decision).reversed());
    return found;
  }

  /** In the place of those it overlaps, where it is severer than all of them. */
  private static void put(List<Finding> findings, Finding finding) {
    List<Finding> overlapped =
        findings.stream().filter(other -> overlap(other.span(), finding.span())).toList();
    if (overlapped.stream().allMatch(other -> other.decision().compareTo(finding.decision()) < 0)
        || overlapped.stream().allMatch(other -> covers(finding.span(), other.span()))) {
      findings.removeAll(overlapped);
      Decision worst =
          overlapped.stream()
              .map(Finding::decision)
              .reduce(finding.decision(), (a, b) -> a.compareTo(b) > 0 ? a : b);
      findings.add(as(finding, worst));
    }
  }

  private static boolean overlap(Span a, Span b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static boolean covers(Span outer, Span inner) {
    return outer.start() <= inner.start() && inner.end() <= outer.end();
  }

  private List<Finding> sentencesTooMany(String reply) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(reply);
    int count = 0;
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      boolean speaks = reply.substring(start, end).codePoints().anyMatch(Character::isLetter);
      if (speaks && ++count > policy.mostSentences()) {
        int last = reply.stripTrailing().length();
        String why = "Your organization keeps replies shorter than this.";
        return List.of(new Finding(LENGTH, new Span(start, last), Decision.BLOCK, why, ""));
      }
    }
    return List.of();
  }

  private boolean isUninvited(String reply) {
    List<String> line = WatchedWords.of(policy.invitation());
    return !line.isEmpty() && new WatchedWords(reply).find(line).isEmpty();
  }

  /** The reply's end, so that the line can be put behind it; what was found there goes with it. */
  private void invite(String reply, List<Finding> findings) {
    String trimmed = reply.stripTrailing();
    int lastWord = trimmed.length();
    while (lastWord > 0 && !Character.isWhitespace(trimmed.charAt(lastWord - 1))) {
      lastWord--;
    }
    var end = new Span(lastWord, trimmed.length());
    List<Finding> there =
        findings.stream()
            .filter(finding -> overlap(finding.span(), end))
            .sorted(Comparator.comparingInt(finding -> finding.span().start()))
            .toList();
    findings.removeAll(there);
    int start = there.isEmpty() ? lastWord : Math.min(lastWord, there.getFirst().span().start());
    var instead = new StringBuilder();
    int written = start;
    for (Finding finding : there) {
      instead.append(trimmed, written, Math.max(written, finding.span().start()));
      instead.append(finding.instead());
      written = Math.min(trimmed.length(), finding.span().end());
    }
    instead.append(trimmed.substring(written));
    String line = (instead.toString().strip() + " " + policy.invitation()).strip();
    String why = "Your organization asks for its invitation in every reply.";
    findings.add(
        new Finding(INVITATION, new Span(start, trimmed.length()), Decision.BLOCK, why, line));
  }
}
