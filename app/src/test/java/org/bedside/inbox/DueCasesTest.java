package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.bedside.targets.Hours;
import org.bedside.targets.PostKind;
import org.bedside.targets.Rule;
import org.bedside.targets.Targets;
import org.bedside.understanding.Urgency;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DueCasesTest extends CaseTest {

  private static final String PRAISE = "Lovely nurses, thank you so much!";

  @Autowired private Targets targets;

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
  void theListByDueTimeGoesOnOverPagesAndEndsWithWhatHasNoTarget() {
    Org org = found("Larkspur Health");
    always(org, new Rule(Urgency.Level.NONE, PostKind.COMPLAINT, null, null, 60, true));
    for (int i = 0; i < 7; i++) {
      receive(org, "Posts", RawPost.of("c" + i, COMPLAINT + " " + i));
      clock.advance(Duration.ofMinutes(1));
      receive(org, "Posts", RawPost.of("p" + i, PRAISE + " " + i));
    }
    InboxFilter filter =
        new InboxFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            InboxFilter.Order.DUE);

    CasePage first = inOrganization(org, () -> cases.list(filter, null, 5));
    CasePage second = inOrganization(org, () -> cases.list(filter, first.next(), 5));
    CasePage third = inOrganization(org, () -> cases.list(filter, second.next(), 5));

    List<CaseRow> all = new java.util.ArrayList<>(first.rows());
    all.addAll(second.rows());
    all.addAll(third.rows());
    assertThat(all).extracting(CaseRow::id).doesNotHaveDuplicates().hasSize(14);
    assertThat(all.stream().map(row -> row.clock().due()).limit(7).toList())
        .doesNotContainNull()
        .isSorted();
    assertThat(all.stream().skip(7)).allMatch(row -> row.clock().due() == null);
    assertThat(third.next()).isNull();
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

  @Test
  void aPageOfTheListByDueTimeIsReadFromItsIndex() {
    Org org = found("Larkspur Health");
    receive(org, "Posts", post("a", "@ada", COMPLAINT));

    List<String> plan =
        inOrganization(
            org,
            () -> {
              var jdbc = across.jdbc();
              jdbc.sql("analyze inbox_case").update();
              return jdbc.sql(
                      """
                      explain select id from inbox_case c
                      where organization_id = :org and c.state = 'OPEN'
                        and (c.due_at, c.id) > (now(), 5) order by c.due_at, c.id limit 50
                      """)
                  .param("org", org.id().value())
                  .query(String.class)
                  .list();
            });
    assertThat(String.join("\n", plan)).doesNotContain("Sort");
  }

  private void always(Org org, Rule rule) {
    inOrganization(
        org,
        () -> {
          targets.change(List.of(rule), somebody(org));
          targets.change(Hours.always(), somebody(org));
        });
  }
}
