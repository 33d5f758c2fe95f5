package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bedside.identity.Role.ADMINISTRATOR;
import static org.bedside.identity.Role.CLINICIAN;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose word counts. */
class WhoMayDecideTest extends ApprovingTest {

  @Autowired private Members members;

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
          threads.invokeAll(both).stream().map(WhoMayDecideTest::result).toList();
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
}
