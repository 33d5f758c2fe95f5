package org.bedside.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One step of an approval; steps are taken in order.
 *
 * @param authorMay whether the author's agreement counts beside that of others
 * @param because all policies that ask for it
 */
public record Step(Ask ask, boolean authorMay, List<Reason> because) {

  public Step {
    because = List.copyOf(because);
  }

  /** The steps of all these policies, one policy's after the other's and none twice. */
  static List<Step> of(List<Match> matches) {
    List<Step> steps = new ArrayList<>();
    for (Match match : matches) {
      for (Ask ask : match.policy().what().steps()) {
        add(new Step(ask, match.policy().what().authorMay(), List.of(match.reason())), steps);
      }
    }
    return List.copyOf(steps);
  }

  /** Whether the same people are asked in the same order, for whatever reasons. */
  static boolean areSame(List<Step> some, List<Step> others) {
    return some.size() == others.size()
        && IntStream.range(0, some.size()).allMatch(i -> some.get(i).asksAs(others.get(i)));
  }

  private boolean asksAs(Step other) {
    return ask.isSameAs(other.ask) && authorMay == other.authorMay;
  }

  private static void add(Step step, List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      Step there = steps.get(i);
      if (there.ask.isSameAs(step.ask)) {
        steps.set(i, there.joined(step));
        return;
      }
    }
    steps.add(step);
  }

  /** The stricter of both. */
  private Step joined(Step other) {
    List<Reason> both = new ArrayList<>(because);
    other.because.stream().filter(reason -> !both.contains(reason)).forEach(both::add);
    return new Step(ask, authorMay && other.authorMay, both);
  }
}
