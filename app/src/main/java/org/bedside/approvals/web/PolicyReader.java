package org.bedside.approvals.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.approvals.web.PolicyForm.StepForm;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads the form of a policy. */
@Component
class PolicyReader {

  private static final int LONGEST_WORD = 100;

  private final PolicyForms forms;
  private final PartyChoices parties;

  PolicyReader(PolicyForms forms, PartyChoices parties) {
    this.forms = forms;
    this.parties = parties;
  }

  /** A form as it was sent, and the policy that it describes, where it describes one. */
  record Read(PolicyForm form, Policy.@Nullable Description policy) {}

  /**
   * Reads a form.
   *
   * @param before the policy that it changes, or null
   */
  Read read(MultiValueMap<String, String> sent, @Nullable Policy before, Page page) {
    Map<String, String> problems = new LinkedHashMap<>();
    List<Party> known = before == null ? List.of() : PartyChoices.of(before);
    List<StepForm> steps = new ArrayList<>();
    List<Ask> asks = new ArrayList<>();
    for (int i = 1; i <= PolicyForms.MOST_STEPS; i++) {
      Ask.Rule rule = one(Ask.Rule.values(), first(sent, "rule" + i), Ask.Rule.ANY_OF);
      List<Party> who = parties.resolve(sent.get("who" + i), known);
      if (!who.isEmpty()) {
        steps.add(new StepForm(rule.name(), who.stream().map(Party::key).toList()));
        asks.add(new Ask(rule, who));
      }
    }
    String name = first(sent, "name");
    if (name.isEmpty() || name.length() > Policy.LONGEST_NAME) {
      problems.put("name", "approvals.problem.name");
    }
    if (asks.isEmpty()) {
      problems.put("who1-1", "approvals.problem.nobody");
    }
    Unit unit = one(Unit.values(), first(sent, "unit"), Unit.HOURS);
    Optional<Duration> allowed =
        figure(first(sent, "time"), 1, 100_000)
            .map(unit.length::multipliedBy)
            .filter(time -> time.compareTo(Policy.LONGEST) <= 0);
    if (allowed.isEmpty()) {
      problems.put("time", "approvals.problem.time");
    }
    Optional<Integer> priority =
        first(sent, "priority").isEmpty()
            ? Optional.of(0)
            : figure(first(sent, "priority"), 0, 100);
    if (priority.isEmpty()) {
      problems.put("priority", "approvals.problem.priority");
    }
    List<Party> authors = parties.resolve(sent.get("author"), known);
    Condition when =
        new Condition(
            words(first(sent, "networks")),
            words(first(sent, "languages")),
            topics(sent.get("topic")),
            authors,
            one(Risk.Verdict.values(), first(sent, "verdict"), Risk.Verdict.ALLOW),
            one(Risk.Urgency.values(), first(sent, "urgency"), Risk.Urgency.NONE),
            priority.orElse(0));
    boolean authorMay = sent.containsKey("authorMay");
    PolicyForm form =
        new PolicyForm(
            name,
            first(sent, "networks"),
            first(sent, "languages"),
            PolicyForms.filled(
                when.topics().stream().sorted().toList(), 2, PolicyForms.MOST_TOPICS),
            PolicyForms.filled(authors.stream().map(Party::key).toList(), 2, PartyChoices.MOST),
            when.verdict().name(),
            when.urgency().name(),
            first(sent, "priority"),
            first(sent, "time"),
            unit.name(),
            authorMay,
            PolicyForms.stepForms(steps),
            problems,
            parties.options(known, page),
            forms.themes());
    return new Read(
        form,
        problems.isEmpty()
            ? new Policy.Description(name, when, asks, allowed.orElseThrow(), authorMay)
            : null);
  }

  private static Set<String> words(String written) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : written.split("[,;\\s]+", -1)) {
      if (!word.isBlank() && word.length() <= LONGEST_WORD) {
        words.add(word);
      }
    }
    return words;
  }

  private static Set<String> topics(@Nullable List<String> written) {
    Set<String> topics = new LinkedHashSet<>();
    for (String topic : written == null ? List.<String>of() : written) {
      if (!topic.isBlank() && topics.size() < PolicyForms.MOST_TOPICS) {
        String bare = topic.strip();
        topics.add(bare.substring(0, Math.min(bare.length(), LONGEST_WORD)));
      }
    }
    return topics;
  }

  private static Optional<Integer> figure(String written, int least, int most) {
    try {
      return Optional.of(Integer.parseInt(written))
          .filter(figure -> figure >= least && figure <= most);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static <E extends Enum<E>> E one(E[] all, String written, E otherwise) {
    return Arrays.stream(all)
        .filter(value -> value.name().equals(written))
        .findFirst()
        .orElse(otherwise);
  }

  private static String first(MultiValueMap<String, String> sent, String field) {
    String value = sent.getFirst(field);
    return value == null ? "" : value.strip();
  }
}
