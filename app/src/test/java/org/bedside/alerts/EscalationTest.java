package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of a crisis that nobody acknowledges. */
class EscalationTest extends AlertingTest {

  @Autowired private Escalations escalations;
  @Autowired private Due due;

  private int handOn(Org org) {
    return inOrganization(org, () -> escalations.handOn(clock.instant()));
  }

  private void onCall(Org org, Person... people) {
    var by = somebody(org);
    inOrganization(
        org,
        () ->
            tunings.change(
                new Rota(
                    List.of(people).stream().map(Person::membership).toList(), Rota.Turn.NEVER),
                by));
  }

  private List<String> reached(Org org) {
    long id = only(org, AlertState.OPEN).id();
    return inOrganization(org, () -> alerts.steps(id)).stream().map(Alerts.Step::name).toList();
  }

  @Test
  void whoeverDoesNotAnswerIsFollowedByTheNextEachStepOnce() {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.COMMUNICATIONS);
    Person ben = member(org, Role.PRIVACY_OFFICER);
    onCall(org, ada, ben);
    receive(org, "a", SELF_HARM);
    assertThat(reached(org)).containsExactly(ada.name());
    assertThat(handOn(org)).as("before the time is over").isZero();

    clock.advance(Duration.ofMinutes(16));
    assertThat(due.escalations(clock.instant())).contains(org.id());
    assertThat(handOn(org)).isEqualTo(1);
    assertThat(handOn(org)).as("in the same minutes").isZero();
    assertThat(reached(org)).containsExactly(ada.name(), ben.name());
    assertThat(signIn(ben).get("/alerts").body()).contains("Overdue");

    for (int i = 0; i < 4; i++) {
      clock.advance(Duration.ofMinutes(16));
      handOn(org);
    }
    assertThat(reached(org)).containsExactly(ada.name(), ben.name(), ada.name(), ben.name());
    assertThat(due.escalations(clock.instant().plus(Duration.ofDays(1)))).doesNotContain(org.id());
  }

  @Test
  void onceSomebodyHasItNobodyElseIsAsked() {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.COMMUNICATIONS);
    onCall(org, ada, member(org, Role.PRIVACY_OFFICER));
    receive(org, "a", SELF_HARM);
    signIn(ada).post("/alerts/" + only(org, AlertState.OPEN).id() + "/acknowledgement");

    clock.advance(Duration.ofHours(2));

    assertThat(handOn(org)).isZero();
    assertThat(due.escalations(clock.instant())).doesNotContain(org.id());
  }

  @Test
  void withNobodyOnCallTheAlertStaysOpenAndOverdue() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);

    clock.advance(Duration.ofMinutes(16));

    assertThat(handOn(org)).isEqualTo(1);
    assertThat(reached(org)).containsExactly("", "");
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/alerts").body()).contains("Overdue");
  }
}
