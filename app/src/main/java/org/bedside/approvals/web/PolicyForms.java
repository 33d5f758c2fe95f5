package org.bedside.approvals.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policy;
import org.bedside.approvals.web.PolicyForm.StepForm;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.understanding.Understanding;
import org.springframework.stereotype.Component;

/** Makes the form of a policy; {@link PolicyReader} reads it. */
@Component
class PolicyForms {

  static final int MOST_STEPS = 4;
  static final int MOST_TOPICS = 8;

  private final PartyChoices parties;
  private final Understanding understanding;

  PolicyForms(PartyChoices parties, Understanding understanding) {
    this.parties = parties;
    this.understanding = understanding;
  }

  List<String> themes() {
    return understanding.themes();
  }

  PolicyForm fresh(Page page) {
    return form(
        "",
        Condition.ALWAYS,
        List.of(),
        Duration.ofHours(4),
        false,
        parties.options(List.of(), page));
  }

  PolicyForm of(Policy policy, Page page) {
    Policy.Description what = policy.what();
    return form(
        what.name(),
        what.when(),
        what.steps(),
        what.allowed(),
        what.authorMay(),
        parties.options(PartyChoices.of(policy), page));
  }

  private PolicyForm form(
      String name,
      Condition when,
      List<Ask> steps,
      Duration allowed,
      boolean authorMay,
      List<Option> parties) {
    String unit = Unit.of(allowed).name();
    return new PolicyForm(
        name,
        String.join(", ", when.networks().stream().sorted().toList()),
        String.join(", ", when.languages().stream().sorted().toList()),
        filled(when.topics().stream().sorted().toList(), 2, MOST_TOPICS),
        filled(when.authors().stream().map(Party::key).toList(), 2, PartyChoices.MOST),
        when.verdict().name(),
        when.urgency().name(),
        when.priority() == 0 ? "" : Integer.toString(when.priority()),
        Long.toString(allowed.dividedBy(Unit.of(allowed).length)),
        unit,
        authorMay,
        stepForms(
            steps.stream()
                .map(
                    ask ->
                        new StepForm(
                            ask.rule().name(), ask.parties().stream().map(Party::key).toList()))
                .toList()),
        Map.of(),
        parties,
        themes());
  }

  static List<StepForm> stepForms(List<StepForm> steps) {
    List<StepForm> all = new ArrayList<>(steps);
    int places = Math.min(MOST_STEPS, Math.max(2, steps.size() + 1));
    while (all.size() < places) {
      all.add(new StepForm(Ask.Rule.ANY_OF.name(), List.of()));
    }
    return all.stream()
        .limit(MOST_STEPS)
        .map(step -> new StepForm(step.rule(), filled(step.who(), 3, PartyChoices.MOST)))
        .toList();
  }

  /** With one empty place more than needed. */
  static List<String> filled(List<String> values, int least, int most) {
    List<String> all = new ArrayList<>(values);
    int places = Math.min(Math.max(most, values.size()), Math.max(least, values.size() + 1));
    while (all.size() < places) {
      all.add("");
    }
    return all;
  }
}
