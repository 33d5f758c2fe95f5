package org.bedside.bench.fuzz;

import java.util.Set;
import org.bedside.understanding.Guard;
import org.bedside.understanding.Level;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.Verdict;

/** The guard, on the case's reply to its post. */
final class GuardTarget implements Target {

  private final Guard guard = Understanding.guard(Level.THOROUGH);
  private final Set<String> rules = guard.rules();

  @Override
  public String name() {
    return "guard";
  }

  @Override
  public Object answer(Case input) {
    return guard.review(input.reply(), input.post());
  }

  @Override
  public void check(Case input, Object answer, Set<String> seen) {
    var verdict = (Verdict) answer;
    seen.add("verdict " + verdict.decision());
    int last = 0;
    var worst = Verdict.Decision.ALLOW;
    for (Verdict.Finding finding : verdict.findings()) {
      Must.liesIn(finding.span(), input.reply(), "a finding");
      Must.hold(finding.span().start() >= last, "the findings are out of order or overlap");
      Must.hold(rules.contains(finding.rule()), "a finding of no known rule");
      Must.hold(!finding.why().isBlank(), "a finding without its why");
      last = finding.span().end();
      worst = finding.decision().compareTo(worst) > 0 ? finding.decision() : worst;
      seen.add("rule " + finding.rule() + " " + finding.decision());
    }
    Must.hold(worst == verdict.decision(), "the verdict is not the worst of its findings");
  }

  @Override
  public int size(Case input) {
    String author = input.author();
    return input.reply().length() + input.text().length() + (author == null ? 0 : author.length());
  }
}
