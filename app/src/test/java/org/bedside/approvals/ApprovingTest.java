package org.bedside.approvals;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.approvals.Ask.Rule;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests about approvals share. */
abstract class ApprovingTest extends BedsideTest {

  static final String TEXT =
      "Thank you for telling us. Please call our office, so that we can help.";

  @Autowired Approvals approvals;
  @Autowired Policies policies;

  static Ask anyOf(Party... parties) {
    return new Ask(Rule.ANY_OF, List.of(parties));
  }

  static Ask allOf(Party... parties) {
    return new Ask(Rule.ALL_OF, List.of(parties));
  }

  static Party role(Role role) {
    return new Party.Holder(role);
  }

  static Party person(Person person) {
    return new Party.Person(person.membership(), person.name());
  }

  static SignedIn as(Org org, Person person) {
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    person.roles().forEach(role -> permissions.addAll(role.permissions()));
    return new SignedIn(
        person.membership(),
        false,
        person.name(),
        org.id().value(),
        org.name(),
        ZoneId.of("America/Chicago"),
        permissions);
  }

  /** A policy for everything. */
  final void policy(Org org, Ask... steps) {
    policy(org, "Everything", Condition.ALWAYS, false, steps);
  }

  final void policy(Org org, String name, Condition when, boolean authorMay, Ask... steps) {
    inOrganization(
        org,
        () ->
            policies.add(
                new Policy.Description(
                    name, when, Arrays.asList(steps), Duration.ofHours(4), authorMay),
                somebody(org)));
  }

  static Subject subject(Person author, String text) {
    return new Subject(
        "reply",
        "reply of " + author.name(),
        "A review on google",
        text,
        "/inbox/1",
        "google",
        "en",
        Set.of("Parking"),
        Risk.NONE,
        author.membership(),
        null);
  }

  final UUID ask(Org org, Person author) {
    return ask(org, author, TEXT);
  }

  final UUID ask(Org org, Person author, String text) {
    return inOrganization(org, () -> approvals.request(subject(author, text), as(org, author)));
  }

  final ApprovalRequest find(Org org, UUID request) {
    return inOrganization(org, () -> approvals.find(request).orElseThrow());
  }

  /** Decides on what is there now. */
  final Response approve(Org org, UUID request, Person person) {
    return decide(org, request, Decision.APPROVE, person);
  }

  final Response decide(Org org, UUID request, Decision decision, Person person) {
    int version = find(org, request).version();
    return inOrganization(
        org, () -> approvals.decide(request, version, decision, "", as(org, person)));
  }

  final boolean holds(Org org, UUID request, String text) {
    return inOrganization(org, () -> approvals.stillHolds(request, text));
  }

  final long waitingFor(Org org, Person person) {
    return inOrganization(org, () -> approvals.waitingFor(person.membership()));
  }
}
