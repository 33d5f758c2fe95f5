package org.bedside.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How it ends, and what is left. */
class ErasingTest extends PrivateTest {

  private Map<String, @Nullable Object> stub() {
    return across
        .jdbc()
        .sql(
            """
            select state, sealed_key, sealed_contact, sealed_email, sealed_note, browser_hash,
              consent_version, consent_at is not null as agreed, erased_at is not null as erased,
              (select count(*) from handover_message m where m.handover_id = h.id) as messages
            from handover h where organization_id = :org
            """)
        .param("org", org.id().value())
        .query()
        .singleRow();
  }

  private void expectNothingButTheStub() {
    assertThat(stub())
        .containsEntry("state", "ERASED")
        .containsEntry("sealed_key", null)
        .containsEntry("sealed_contact", null)
        .containsEntry("sealed_email", null)
        .containsEntry("sealed_note", null)
        .containsEntry("browser_hash", null)
        .containsEntry("consent_version", 1)
        .containsEntry("agreed", true)
        .containsEntry("erased", true)
        .containsEntry("messages", 0L);
  }

  @Test
  void theWordsAndTheirKeyGoWhenTheTimeOfTheRuleIsOverAndNotBefore() {
    rule(14, Role.PRIVACY_OFFICER);
    Invitation invitation = invite("1");
    Guest guest = guest(invitation).open().agree();
    guest.send("The soup was cold.", "contact", "555-0100", "email", "a@example.org");
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    officer.post("/private/" + invitation.id() + "/end");

    pass(13);
    assertThat(stub()).containsEntry("state", "ENDED").containsEntry("messages", 1L);
    assertThat(guest.look().body()).contains("The soup was cold.");

    pass(2);
    expectNothingButTheStub();
    assertThat(stateOf("1")).isEqualTo(HandoverState.ERASED);
    assertThat(guest.look().statusCode()).isEqualTo(410);
    assertThat(guest.look().body())
        .contains("Everything that was written here is erased")
        .doesNotContain("soup");
    assertThat(recorded(org)).contains("handover.ended", "handover.erased");
    // A day is a long time for a session; whoever signs in anew sees the stub.
    assertThat(signIn(org, Role.PRIVACY_OFFICER).get("/private/" + invitation.id()).body())
        .contains("can’t be brought back", "version 1");
  }

  @Test
  void whoeverTakesTheConsentBackFindsEverythingErasedAtOnce() {
    Guest guest = guest(invite("2")).open().agree().write("The soup was cold.");

    guest.press("erasure");

    expectNothingButTheStub();
    assertThat(guest.look().body()).contains("This conversation is over").doesNotContain("soup");
    assertThat(guest.send("Once more").statusCode()).isEqualTo(302);
    assertThat(stub()).containsEntry("messages", 0L);
    assertThat(recorded(org)).contains("handover.revoked", "handover.erased");
  }

  @Test
  void aHoldKeepsTheWordsThePersonIsToldAndTheyGoWhenItIsOver() {
    Invitation invitation = invite("3");
    Guest guest = guest(invitation).open().agree().write("The soup was cold.");
    String path = "/private/" + invitation.id();
    Browser experience = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(experience.post(path + "/hold", "reason", "SAFETY").statusCode()).isEqualTo(403);
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    officer.post(path + "/hold", "reason", "LEGAL_CLAIM");

    officer.post(path + "/erasure");
    guest.press("erasure");
    pass(60);

    assertThat(stub()).containsEntry("state", "ENDED").containsEntry("messages", 1L);
    assertThat(guest.look().body())
        .contains("You took your agreement back", "makes us keep this conversation for longer");
    assertThat(signIn(org, Role.PRIVACY_OFFICER).post(path + "/release").statusCode())
        .isEqualTo(302);
    pass(0);
    expectNothingButTheStub();
  }

  @Test
  void whatHasGoneQuietEndsByItselfButNobodyWhoWaitsForUsIsGivenUpOn() {
    Invitation answered = invite("4");
    guest(answered).open().agree().write("One");
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    officer.post("/private/" + answered.id() + "/replies", "words", "An answer");
    guest(invite("5")).open().agree().write("Two");

    pass(31);

    assertThat(stateOf("4")).isEqualTo(HandoverState.ENDED);
    assertThat(stateOf("5")).isEqualTo(HandoverState.WAITING_FOR_US);
    pass(31);
    assertThat(stateOf("4")).isEqualTo(HandoverState.ERASED);
    assertThat(stateOf("5")).isEqualTo(HandoverState.WAITING_FOR_US);
  }

  @Test
  void aLongerRuleBreaksNoPromise() {
    rule(20, Role.PRIVACY_OFFICER);
    Guest guest = guest(invite("6")).open().agree().write("The soup was cold.").press("end");
    rule(300, Role.PRIVACY_OFFICER);

    pass(19);
    assertThat(guest.look().body()).contains("soup");
    pass(2);
    expectNothingButTheStub();
  }

  @Test
  void aShorterRuleHoldsForThoseWhoAgreedBeforeToo() {
    rule(20, Role.PRIVACY_OFFICER);
    guest(invite("7")).open().agree().write("The soup was cold.").press("end");
    rule(5, Role.PRIVACY_OFFICER);

    pass(6);

    expectNothingButTheStub();
  }

  @Test
  void theRoundFindsWhereSomethingIsDueAndNowhereElse() {
    guest(invite("8")).open().agree().write("The soup was cold.").press("end");
    assertThat(erasures.due(clock.instant())).doesNotContain(org.id());

    clock.advance(Duration.ofDays(31));

    assertThat(erasures.due(clock.instant())).contains(org.id());
  }
}
