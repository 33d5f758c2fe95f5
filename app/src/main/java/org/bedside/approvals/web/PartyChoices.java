package org.bedside.approvals.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policy;
import org.bedside.identity.Member;
import org.bedside.identity.Members;
import org.bedside.identity.Role;
import org.bedside.ui.Option;
import org.bedside.ui.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be chosen in the form of a policy. */
@Component
class PartyChoices {

  /** How many at one step, or as authors. */
  static final int MOST = 6;

  private final Members members;

  PartyChoices(Members members) {
    this.members = members;
  }

  /** Those that a policy names, whether they still work here or not. */
  static List<Party> of(Policy policy) {
    return Stream.concat(
            policy.what().when().authors().stream(),
            policy.what().steps().stream().flatMap(ask -> ask.parties().stream()))
        .toList();
  }

  /** Roles and people; people who have left stay where they were chosen. */
  List<Option> options(List<Party> chosen, Page page) {
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

  /** Whoever neither works here nor was chosen before is left out. */
  List<Party> resolve(@Nullable List<String> keys, List<Party> known) {
    List<Party> all = new ArrayList<>();
    Arrays.stream(Role.values()).forEach(role -> all.add(new Party.Holder(role)));
    members.current().forEach(member -> all.add(new Party.Person(member.id(), member.name())));
    all.addAll(known);
    Set<String> wanted = new LinkedHashSet<>(keys == null ? List.of() : keys);
    return wanted.stream()
        .flatMap(key -> all.stream().filter(party -> party.key().equals(key)).limit(1))
        .limit(MOST)
        .toList();
  }
}
