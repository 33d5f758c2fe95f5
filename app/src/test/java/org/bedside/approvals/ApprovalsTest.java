package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.identity.Role.ADMINISTRATOR;
import static org.bedside.identity.Role.CLINICIAN;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PATIENT_EXPERIENCE;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class ApprovalsTest extends ApprovingTest {

  @Autowired private ApplicationEvents events;

  @Test
  void nothingHoldsUntilSomebodyWhoIsAskedHasAgreed() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person clinician = member(org, CLINICIAN);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER), role(ADMINISTRATOR)));
    UUID request = ask(org, author);

    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(approve(org, request, clinician)).isEqualTo(Response.NOT_YOUR_TURN);
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(approve(org, request, officer)).isEqualTo(Response.COUNTED);

    assertThat(find(org, request).isApproved()).isTrue();
    assertThat(holds(org, request, TEXT)).isTrue();
    assertThat(events.stream(ApprovalDecided.class))
        .containsExactly(
            new ApprovalDecided(
                org.id(), request, "reply", "reply of " + author.name(), Outcome.APPROVED));
    assertThat(recorded(org))
        .containsSubsequence("approvals.asked", "approvals.agreed", "approvals.approved");
  }

  @Test
  void whereAllMustAgreeOneOfThemIsNotEnough() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    Person clinician = member(org, CLINICIAN);
    policy(org, allOf(role(PRIVACY_OFFICER), person(clinician)));
    UUID request = ask(org, author);

    assertThat(approve(org, request, officer)).isEqualTo(Response.COUNTED);
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(approve(org, request, officer)).as("twice").isEqualTo(Response.NOT_YOUR_TURN);
    assertThat(approve(org, request, clinician)).isEqualTo(Response.COUNTED);
    assertThat(holds(org, request, TEXT)).isTrue();
  }

  @Test
  void stepsAreTakenInTheirOrder() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person first = member(org, PATIENT_EXPERIENCE);
    Person second = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PATIENT_EXPERIENCE)), anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);

    assertThat(waitingFor(org, first)).isOne();
    assertThat(waitingFor(org, second)).isZero();
    assertThat(approve(org, request, second)).isEqualTo(Response.NOT_YOUR_TURN);
    assertThat(approve(org, request, first)).isEqualTo(Response.COUNTED);
    assertThat(waitingFor(org, first)).isZero();
    assertThat(waitingFor(org, second)).isOne();
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(approve(org, request, second)).isEqualTo(Response.COUNTED);
    assertThat(holds(org, request, TEXT)).isTrue();
    assertThat(waitingFor(org, second)).isZero();
  }

  @Test
  void oneRefusalEndsIt() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    Person clinician = member(org, CLINICIAN);
    policy(org, allOf(role(PRIVACY_OFFICER), role(CLINICIAN)));
    UUID request = ask(org, author);

    approve(org, request, officer);
    assertThat(decide(org, request, Decision.REFUSE, clinician)).isEqualTo(Response.COUNTED);

    assertThat(find(org, request).ending()).extracting(Ending::outcome).isEqualTo(Outcome.REFUSED);
    assertThat(approve(org, request, officer)).isEqualTo(Response.OVER);
    assertThat(holds(org, request, TEXT)).isFalse();
  }

  @Test
  void allPoliciesThatApplyAskAndNoStepTwice() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Condition onGoogle =
        new Condition(
            Set.of("Google"),
            Set.of(),
            Set.of("parking", "Food"),
            List.of(role(COMMUNICATIONS)),
            Risk.Verdict.ALLOW,
            Risk.Urgency.NONE,
            0);
    Condition urgent =
        new Condition(
            Set.of(), Set.of(), Set.of(), List.of(), Risk.Verdict.ALLOW, Risk.Urgency.HIGH, 0);
    policy(org, "Google", onGoogle, true, anyOf(role(CLINICIAN), role(PRIVACY_OFFICER)));
    policy(org, "Urgent", urgent, false, anyOf(role(ADMINISTRATOR)));
    policy(
        org,
        "Everything",
        Condition.ALWAYS,
        false,
        anyOf(role(PATIENT_EXPERIENCE)),
        anyOf(role(PRIVACY_OFFICER), role(CLINICIAN)));

    List<Step> steps = inOrganization(org, () -> approvals.required(subject(author, TEXT)));

    assertThat(steps)
        .extracting(Step::ask)
        .containsExactly(
            anyOf(role(CLINICIAN), role(PRIVACY_OFFICER)), anyOf(role(PATIENT_EXPERIENCE)));
    assertThat(steps.getFirst().authorMay()).as("the stricter of both").isFalse();
    assertThat(steps.getFirst().because())
        .extracting(Reason::name)
        .containsExactly("Google", "Everything");
    assertThat(steps.getFirst().because().getFirst().facts())
        .extracting(Fact::written)
        .containsExactly("NETWORK=google", "TOPIC=Parking", "AUTHOR_ROLE=COMMUNICATIONS");
    assertThat(find(org, ask(org, author)).steps()).as("kept as they were").isEqualTo(steps);
  }
}
