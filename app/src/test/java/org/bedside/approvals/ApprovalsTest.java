package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bedside.identity.Role.ADMINISTRATOR;
import static org.bedside.identity.Role.CLINICIAN;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PATIENT_EXPERIENCE;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bedside.approvals.Approvals.View;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Members;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;

@RecordApplicationEvents
class ApprovalsTest extends ApprovingTest {

  @Autowired private Members members;
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
  void aLateApprovalNeverCounts() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);
    int version = find(org, request).version();

    clock.advance(Duration.ofHours(4));
    Response response =
        inOrganization(
            org, () -> approvals.decide(request, version, Decision.APPROVE, "", as(org, officer)));

    // The clock of the server may have seen it a moment before.
    assertThat(response).isIn(Response.LATE, Response.OVER);
    assertThat(find(org, request).ending())
        .extracting(Ending::outcome, Ending::why)
        .containsExactly(Outcome.EXPIRED, Ending.Why.TOO_LATE);
    assertThat(find(org, request).given()).isEmpty();
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(recorded(org)).contains("approvals.expired").doesNotContain("approvals.agreed");
  }

  @Test
  void aSubjectsOwnLastMomentEndsTheTimeToDecideAndToSend() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    Instant last = clock.instant().plus(Duration.ofHours(1));
    UUID request =
        inOrganization(org, () -> approvals.request(until(author, last), as(org, author)));
    assertThat(find(org, request).deadline()).isCloseTo(last, within());

    approve(org, request, officer);
    assertThat(holds(org, request, TEXT)).isTrue();
    clock.advance(Duration.ofHours(1));
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(find(org, request).ending()).extracting(Ending::outcome).isEqualTo(Outcome.EXPIRED);
    assertThatThrownBy(
            () ->
                inOrganization(org, () -> approvals.request(until(author, last), as(org, author))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static org.assertj.core.data.TemporalUnitOffset within() {
    return org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS);
  }

  private static Subject until(Person author, @Nullable Instant last) {
    Subject some = subject(author, TEXT);
    return new Subject(
        some.kind(),
        some.id(),
        some.title(),
        some.text(),
        some.link(),
        some.network(),
        some.language(),
        some.topics(),
        some.risk(),
        some.author(),
        last);
  }

  @Test
  void whatWasAgreedForOneTextIsVoidForAnother() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);
    approve(org, request, officer);

    assertThat(holds(org, request, TEXT + " ")).isFalse();
    assertThat(holds(org, request, TEXT)).as("and it doesn't come back").isFalse();
    assertThat(find(org, request).ending())
        .extracting(Ending::outcome, Ending::why)
        .containsExactly(Outcome.WITHDRAWN, Ending.Why.TEXT_CHANGED);
  }

  @Test
  void aChangedTextIsAskedForAnewAndTheSameOneOnlyOnce() {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID first = ask(org, author);

    assertThat(ask(org, author)).isEqualTo(first);
    UUID second = ask(org, author, "Another text.");
    assertThat(second).isNotEqualTo(first);
    assertThat(approve(org, first, officer)).isEqualTo(Response.OVER);
    assertThat(waitingFor(org, officer)).isOne();
    inOrganization(
        org,
        () -> approvals.textIs("reply", "reply of " + author.name(), "A third.", as(org, author)));
    assertThat(find(org, second).ending())
        .extracting(Ending::why)
        .isEqualTo(Ending.Why.TEXT_CHANGED);
    assertThat(waitingFor(org, officer)).isZero();
  }

  @Test
  void nobodyApprovesWhatTheyWrote() {
    Org org = found("Larkspur Health");
    Person author = member(org, PRIVACY_OFFICER);
    Person other = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);

    assertThat(waitingFor(org, author)).isZero();
    assertThat(approve(org, request, author)).isEqualTo(Response.NOT_YOUR_TURN);
    assertThat(decide(org, request, Decision.REFUSE, author)).isEqualTo(Response.NOT_YOUR_TURN);
    assertThat(holds(org, request, TEXT)).isFalse();
    assertThat(approve(org, request, other)).isEqualTo(Response.COUNTED);
    assertThat(holds(org, request, TEXT)).isTrue();
  }

  @Test
  void ofTwoWhoDecideAtTheSameMomentOneCounts() throws Exception {
    Org org = found("Larkspur Health");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    Person clinician = member(org, CLINICIAN);
    policy(org, allOf(role(PRIVACY_OFFICER), role(CLINICIAN)));
    UUID request = ask(org, author);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Response>> both =
          List.of(officer, clinician).stream()
              .map(
                  person ->
                      (Callable<Response>)
                          () ->
                              CurrentOrganization.call(
                                  org.id(),
                                  () ->
                                      approvals.decide(
                                          request, 1, Decision.APPROVE, "", as(org, person))))
              .toList();
      List<Response> responses =
          threads.invokeAll(both).stream().map(ApprovalsTest::result).toList();
      assertThat(responses).containsExactlyInAnyOrder(Response.COUNTED, Response.OVERTAKEN);
    }
    assertThat(find(org, request).given()).hasSize(1);
    assertThat(holds(org, request, TEXT)).isFalse();
  }

  private static Response result(Future<Response> future) {
    return Objects.requireNonNull(future.resultNow());
  }

  @Test
  void whoLostTheRoleOrLeftCountsNoLongerAndThatNobodyIsLeftIsSaid() {
    Org org = found("Larkspur Health");
    Person boss = member(org, ADMINISTRATOR);
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    Person clinician = member(org, CLINICIAN);
    Person second = member(org, CLINICIAN);
    policy(org, allOf(role(PRIVACY_OFFICER), role(CLINICIAN)));
    UUID request = ask(org, author);
    approve(org, request, officer);

    var by = as(org, boss);
    inOrganization(
        org, () -> members.assignRoles(officer.membership(), Set.of(COMMUNICATIONS), by));
    assertThat(approve(org, request, clinician)).isEqualTo(Response.COUNTED);
    assertThat(find(org, request).isOpen()).as("the officer's word fell away").isTrue();
    inOrganization(org, () -> members.end(second.membership(), by));
    assertThat(approve(org, request, second)).isEqualTo(Response.NOT_YOUR_TURN);
    await()
        .untilAsserted(
            () ->
                assertThat(
                        inOrganization(
                            org, () -> approvals.list(View.STUCK, boss.membership(), 10)))
                    .extracting(ApprovalRequest::id)
                    .containsExactly(request));

    inOrganization(
        org,
        () -> members.assignRoles(boss.membership(), Set.of(ADMINISTRATOR, PRIVACY_OFFICER), by));
    await().until(() -> waitingFor(org, boss) == 1);
    assertThat(approve(org, request, boss)).isEqualTo(Response.COUNTED);
    assertThat(holds(org, request, TEXT)).isTrue();
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

  @Test
  void anotherOrganizationNeitherSeesNorDecides() {
    Org org = found("Larkspur Health");
    Org other = found("Bellweather Clinic");
    Person author = member(org, COMMUNICATIONS);
    Person officer = member(org, PRIVACY_OFFICER);
    Person stranger = member(other, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
    UUID request = ask(org, author);

    assertThat(inOrganization(other, () -> approvals.find(request))).isEmpty();
    assertThat(
            inOrganization(
                other,
                () -> approvals.decide(request, 1, Decision.APPROVE, "", as(other, stranger))))
        .isEqualTo(Response.UNKNOWN);
    assertThat(holds(other, request, TEXT)).isFalse();
    assertThat(inOrganization(other, () -> policies.all())).isEmpty();
    assertThat(approve(org, request, officer)).isEqualTo(Response.COUNTED);
  }

  @Test
  void whoeverSendsAsksInItsOwnTransaction() {
    Org org = found("Larkspur Health");
    assertThatThrownBy(
            () ->
                CurrentOrganization.run(
                    org.id(), () -> approvals.stillHolds(UUID.randomUUID(), TEXT)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }
}
