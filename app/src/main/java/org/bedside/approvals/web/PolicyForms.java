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
import java.util.stream.Stream;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.approvals.web.PolicyForm.StepForm;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Role;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.bedside.understanding.Understanding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the form of a policy and reads it. */
@Component
class PolicyForms {

  private static final int MOST_STEPS = 4;
  private static final int MOST_PARTIES = 6;
  private static final int MOST_TOPICS = 8;
  private static final int LONGEST_WORD = 100;

  private final Members members;
  private final Understanding understanding;

  PolicyForms(Members members, Understanding understanding) {
    this.members = members;
    this.understanding = understanding;
  }

  /** A form as it was sent, and the policy that it describes, where it describes one. */
  record Read(PolicyForm form, Policy.@Nullable Description policy) {}

  List<String> themes() {
    return understanding.themes();
  }

  PolicyForm fresh(Page page) {
    return form(
        "", Condition.ALWAYS, List.of(), Duration.ofHours(4), false, parties(List.of(), page));
  }

  PolicyForm of(Policy policy, Page page) {
    Policy.Description what = policy.what();
    return form(
        what.name(),
        what.when(),
        what.steps(),
        what.allowed(),
        what.authorMay(),
        parties(parties(policy), page));
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
        filled(when.authors().stream().map(Party::key).toList(), 2, MOST_PARTIES),
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

  private static List<StepForm> stepForms(List<StepForm> steps) {
    List<StepForm> all = new ArrayList<>(steps);
    int places = Math.min(MOST_STEPS, Math.max(2, steps.size() + 1));
    while (all.size() < places) {
      all.add(new StepForm(Ask.Rule.ANY_OF.name(), List.of()));
    }
    return all.stream()
        .limit(MOST_STEPS)
        .map(step -> new StepForm(step.rule(), filled(step.who(), 3, MOST_PARTIES)))
        .toList();
  }

  /** With one empty place more than needed. */
  private static List<String> filled(List<String> values, int least, int most) {
    List<String> all = new ArrayList<>(values);
    int places = Math.min(Math.max(most, values.size()), Math.max(least, values.size() + 1));
    while (all.size() < places) {
      all.add("");
    }
    return all;
  }

  /** Roles and people; people who have left stay where they were chosen. */
  private List<Option> parties(List<Party> chosen, Page page) {
    List<Member> here = members.current();
    List<Option> options = new ArrayList<>();
    options.add(new Option("", page.text("approvals.form.nobody")));
    for (Role role : Role.values()) {
      options.add(
          new Option(
              "role:" + role.name(),
              page.text("approvals.party.role", page.text("role." + role.name()))));
    }
    here.forEach(member -> options.add(new Option("person:" + member.id(), member.name())));
    for (Party party : chosen) {
      if (party instanceof Party.Person person
          && here.stream().noneMatch(member -> member.id().equals(person.id()))) {
        options.add(new Option(party.key(), page.text("approvals.party.gone", person.name())));
      }
    }
    return options.stream().distinct().toList();
  }

  private static List<Party> parties(Policy policy) {
    return Stream.concat(
            policy.what().when().authors().stream(),
            policy.what().steps().stream().flatMap(ask -> ask.parties().stream()))
        .toList();
  }

  /**
   * Reads a form.
   *
   * @param before the policy that it changes, or null
   */
  Read read(MultiValueMap<String, String> sent, @Nullable Policy before, Page page) {
    Map<String, String> problems = new LinkedHashMap<>();
    List<Party> known = before == null ? List.of() : parties(before);
    List<StepForm> steps = new ArrayList<>();
    List<Ask> asks = new ArrayList<>();
    for (int i = 1; i <= MOST_STEPS; i++) {
      Ask.Rule rule = one(Ask.Rule.values(), first(sent, "rule" + i), Ask.Rule.ANY_OF);
      List<Party> who = resolve(sent.get("who" + i), known);
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
    List<Party> authors = resolve(sent.get("author"), known);
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
            filled(when.topics().stream().sorted().toList(), 2, MOST_TOPICS),
            filled(authors.stream().map(Party::key).toList(), 2, MOST_PARTIES),
            when.verdict().name(),
            when.urgency().name(),
            first(sent, "priority"),
            first(sent, "time"),
            unit.name(),
            authorMay,
            stepForms(steps),
            problems,
            parties(known, page),
            themes());
    return new Read(
        form,
        problems.isEmpty()
            ? new Policy.Description(name, when, asks, allowed.orElseThrow(), authorMay)
            : null);
  }

  /** Whoever neither works here nor was chosen before is left out. */
  private List<Party> resolve(@Nullable List<String> keys, List<Party> known) {
    List<Party> all = new ArrayList<>();
    Arrays.stream(Role.values()).forEach(role -> all.add(new Party.Holder(role)));
    members.current().forEach(member -> all.add(new Party.Person(member.id(), member.name())));
    all.addAll(known);
    Set<String> wanted = new LinkedHashSet<>(keys == null ? List.of() : keys);
    return wanted.stream()
        .flatMap(key -> all.stream().filter(party -> party.key().equals(key)).limit(1))
        .limit(MOST_PARTIES)
        .toList();
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
      if (!topic.isBlank() && topics.size() < MOST_TOPICS) {
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

  /** In what time is counted. */
  enum Unit {
    MINUTES(Duration.ofMinutes(1)),
    HOURS(Duration.ofHours(1)),
    DAYS(Duration.ofDays(1));

    private final Duration length;

    Unit(Duration length) {
      this.length = length;
    }

    /** The longest in which it is a whole number. */
    static Unit of(Duration time) {
      if (time.toMinutes() % DAYS.length.toMinutes() == 0) {
        return DAYS;
      }
      return time.toMinutes() % HOURS.length.toMinutes() == 0 ? HOURS : MINUTES;
    }
  }
}
