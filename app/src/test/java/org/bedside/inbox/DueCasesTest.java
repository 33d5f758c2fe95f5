package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.bedside.targets.Rule;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;

class DueCasesTest extends CaseTest {

  private static final String PRAISE = "Lovely nurses, thank you so much!";

  @Test
  void aCriticalPostIsDueInAQuarterOfAnHourAndTurnsLate() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", "My wife is bleeding and nobody answers, help!"));
    CaseRow row = open(org).getFirst();

    assertThat(Duration.between(row.clock().from(), row.clock().due()))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(list(org, InboxFilter.State.LATE, InboxFilter.Order.DUE)).isEmpty();
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    assertThat(browser.get("/inbox").body()).contains("Due").doesNotContain("Late, was due");

    clock.advance(Duration.ofMinutes(20));
    assertThat(list(org, InboxFilter.State.LATE, InboxFilter.Order.DUE)).hasSize(1);
    assertThat(browser.get("/inbox?state=late").body()).contains("Late, was due");
  }

  @Test
  void otherTargetsCountForOpenCasesSoonAfter() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT), post("b", "@ben", PRAISE));
    List<Rule> rules = List.of(new Rule(Urgency.Level.NONE, null, null, null, 30, true));
    inOrganization(org, () -> targets.change(rules, somebody(org)));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(open(org))
                    .hasSize(2)
                    .allSatisfy(
                        row ->
                            assertThat(row.clock().due())
                                .isEqualTo(row.clock().from().plus(Duration.ofMinutes(30)))));
    assertThat(
            across
                .jdbc()
                .sql("select count(*) from due_recount where organization_id = ?")
                .param(org.id().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theFirstAnswerSettlesWhetherItWasInTimeAndTheClockRestsUntilTheyWriteAgain() {
    Org org = found("Larkspur Health");
    always(org, new Rule(Urgency.Level.NONE, null, null, null, 60, true));
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    clock.advance(Duration.ofMinutes(30));

    answer(org, id);
    CaseClock answered = row(org, id).clock();
    assertThat(answered.late()).isFalse();
    assertThat(answered.due()).isNull();
    assertThat(answered.waitingSince()).isNotNull();
    assertThat(list(org, InboxFilter.State.WAITING, InboxFilter.Order.PRIORITY)).hasSize(1);

    clock.advance(Duration.ofHours(5));
    Instant again = clock.instant();
    receive(org, "Posts", post("b", "@ada", "Nobody called me back, I am so disappointed."));
    CaseClock asked = row(org, id).clock();
    assertThat(asked.waitingSince()).isNull();
    assertThat(asked.due()).isBetween(again.plusSeconds(3600), again.plusSeconds(3660));
    assertThat(asked.answeredAt()).isEqualTo(answered.answeredAt());

    clock.advance(Duration.ofHours(3));
    answer(org, id);
    assertThat(row(org, id).clock().late()).as("the first answer was in time").isFalse();
  }

  @Test
  void anAnswerAfterItWasDueIsLateForGood() {
    Org org = found("Larkspur Health");
    always(org, new Rule(Urgency.Level.NONE, null, null, null, 60, true));
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    long id = open(org).getFirst().id();
    clock.advance(Duration.ofMinutes(61));

    close(org, id, Outcome.ANSWERED_OFFLINE);

    assertThat(row(org, id).clock().late()).isTrue();
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox/" + id).body())
        .contains("First answered");
  }

  @Test
  void closingByMistakeAndOpeningAgainIsNoAnswer() {
    Org org = found("Larkspur Health");
    always(org, new Rule(Urgency.Level.NONE, null, null, null, 60, true));
    receive(org, "Posts", post("a", "@ada", COMPLAINT));
    CaseRow before = open(org).getFirst();
    close(org, before.id(), Outcome.ANSWERED_ONLINE);
    int version = row(org, before.id()).version();
    inOrganization(org, () -> cases.reopen(before.id(), version, somebody(org)));

    assertThat(row(org, before.id()).clock()).isEqualTo(before.clock());
  }

  @Test
  void whatWasOldWhenItWasFirstHeardOfIsNeverDue() {
    Org org = found("Larkspur Health");
    RawPost old =
        RawPost.of("a", COMPLAINT).by("@ada", null, clock.instant().minus(Duration.ofDays(400)));
    receive(org, "Posts", old);

    assertThat(open(org).getFirst().clock().due()).isNull();
  }
}
