package org.bedside.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bedside.identity.Role.COMMUNICATIONS;
import static org.bedside.identity.Role.PRIVACY_OFFICER;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bedside.database.CurrentOrganization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** Until when, and for which words, an approval counts. */
class ApprovalEndsTest extends ApprovingTest {

  private Org org;
  private Person author;
  private Person officer;

  @BeforeEach
  void theOfficerHasToAgreeToEverything() {
    org = found("Larkspur Health");
    author = member(org, COMMUNICATIONS);
    officer = member(org, PRIVACY_OFFICER);
    policy(org, anyOf(role(PRIVACY_OFFICER)));
  }

  @Test
  void aLateApprovalNeverCounts() {
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
    Instant last = clock.instant().plus(Duration.ofHours(1));
    UUID request =
        inOrganization(org, () -> approvals.request(until(author, last), as(org, author)));
    assertThat(find(org, request).deadline()).isCloseTo(last, within(1, ChronoUnit.MILLIS));

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
  void whoeverSendsAsksInItsOwnTransaction() {
    assertThatThrownBy(
            () ->
                CurrentOrganization.run(
                    org.id(), () -> approvals.stillHolds(UUID.randomUUID(), TEXT)))
        .isInstanceOf(IllegalTransactionStateException.class);
  }
}
