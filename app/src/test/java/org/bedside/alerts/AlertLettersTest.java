package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Organizations;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.bedside.mail.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an alert reaches by e-mail, over a real mail server. */
class AlertLettersTest extends AlertingTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String BAD_REVIEW =
      "Rude staff and a dirty room. On Tuesday we waited six hours, nobody came, the food was"
          + " cold, the bill was $900 and the parking cost us $40 more. Avoid this awful place.";

  @Autowired private Dispatch dispatch;
  @Autowired private DigestRounds digests;
  @Autowired private Escalations escalations;
  @Autowired private Organizations organizations;

  private PostOffice office;
  private Org org;

  @BeforeEach
  void anOfficeIsOpen() {
    office = new PostOffice();
    mailServer.set(office.address());
    org = found("Larkspur Health");
  }

  @AfterEach
  void theOfficeCloses() {
    across.jdbc().sql("delete from letter").update();
    office.close();
  }

  private Person choosing(String choice) {
    Person person = member(org, Role.COMMUNICATIONS);
    assertThat(signIn(person).submit("/alerts/mail", "choice", choice).body()).contains("Saved");
    return person;
  }

  private void onCall(Person... people) {
    var by = somebody(org);
    inOrganization(
        org,
        () ->
            tunings.change(
                new Rota(
                    List.of(people).stream().map(Person::membership).toList(), Rota.Turn.NEVER),
                by));
  }

  private void tune(int persuasiveFrom, LocalTime quietFrom, LocalTime quietUntil) {
    Tuning tuning =
        new Tuning(
            EnumSet.allOf(AlertKind.class),
            persuasiveFrom,
            15,
            14,
            10,
            quietFrom,
            quietUntil,
            6,
            Tuning.Digest.NONE);
    var by = somebody(org);
    inOrganization(org, () -> tunings.change(tuning, by));
  }

  private void send() {
    CurrentOrganization.run(org.id(), dispatch::run);
  }

  /** All that was written for somebody, sent or not. */
  private List<String> written(Person person) {
    return across
        .jdbc()
        .sql("select subject from letter where recipient = ? order by created_at, id")
        .param(person.email())
        .query((row, i) -> row.getString(1))
        .list();
  }

  @Test
  void aCrisisReachesWhoeverIsOnCallOrChoseSoAndNobodyElse() {
    publicAddress.set("https://bedside.example.org");
    Person onCall = member(org, Role.PRIVACY_OFFICER);
    Person crises = choosing("CRISES");
    Person all = choosing("ALL");
    Person daily = choosing("DAILY");
    Person silent = member(org, Role.COMMUNICATIONS);
    onCall(onCall);

    receive(org, RawPost.of("a", SELF_HARM).by("Juniper Vale", "https://r.example/7", null));
    send();

    for (Person person : List.of(onCall, crises, all)) {
      await().atMost(SOON).until(() -> office.takenFor(person.email()).size() == 1);
    }
    assertThat(written(daily)).isEmpty();
    assertThat(written(silent)).isEmpty();
    PostOffice.Taken letter = office.takenFor(crises.email()).getFirst();
    assertThat(letter.subject()).isEqualTo("Alert: Somebody may harm themselves");
    assertThat(letter.text())
        .contains(
            "https://bedside.example.org/alerts/" + only(org, AlertState.OPEN).id(),
            "https://bedside.example.org/alerts/mail")
        .doesNotContain("kill", "clinic", "Juniper", "r.example", "Reviews");
  }

  @Test
  void aCrisisThatIsHandedOnReachesOnlyThePersonItIsHandedTo() {
    Person first = choosing("CRISES");
    Person second = member(org, Role.COMMUNICATIONS);
    Person refuses = choosing("NONE");
    onCall(first, second, refuses);
    receive(org, "a", SELF_HARM);
    send();
    assertThat(written(first)).hasSize(1);
    assertThat(written(second)).isEmpty();

    for (int i = 0; i < 2; i++) {
      clock.advance(Duration.ofMinutes(16));
      inOrganization(org, () -> escalations.handOn(clock.instant()));
      send();
    }

    assertThat(written(first)).hasSize(1);
    assertThat(written(second)).hasSize(1);
    assertThat(written(refuses)).isEmpty();
  }

  @Test
  void whatSomebodyHasMeanwhileIsWrittenToNobody() {
    Person all = choosing("ALL");
    receive(org, "a", SELF_HARM);
    send();
    receive(org, "b", SELF_HARM + " It is over.");
    var browser = signIn(org, Role.COMMUNICATIONS);
    alerts(org, AlertState.OPEN)
        .forEach(one -> browser.post("/alerts/" + one.id() + "/acknowledgement"));

    clock.advance(Duration.ofSeconds(61));
    send();

    assertThat(written(all)).hasSize(1);
  }

  @Test
  void inQuietHoursOnlyACrisisIsWrittenAndTheRestFollows() {
    LocalTime now = LocalTime.ofInstant(clock.instant(), zone());
    tune(10, now.minusHours(1), now.plusHours(1));
    Person all = choosing("ALL");
    receive(org, "a", BAD_REVIEW);
    send();
    assertThat(alerts(org, AlertState.OPEN)).isNotEmpty();
    assertThat(written(all)).isEmpty();

    receive(org, "b", SELF_HARM);
    send();
    assertThat(written(all)).containsExactly("Alert: Somebody may harm themselves");

    clock.advance(Duration.ofHours(2));
    send();
    assertThat(written(all)).hasSize(2);
  }

  @Test
  void whoeverHasLeftGetsNoLetterAndChangesNobodysChoiceButTheirOwn() {
    Person gone = choosing("ALL");
    Person stays = choosing("ALL");
    Org elsewhere = found("Foxglove Health");
    signIn(member(elsewhere, Role.COMMUNICATIONS)).submit("/alerts/mail", "choice", "NONE");
    signIn(org, Role.ADMINISTRATOR).post("/settings/people/" + gone.membership() + "/end");

    receive(org, "a", SELF_HARM);
    send();

    assertThat(written(stays)).hasSize(1);
    assertThat(written(gone)).isEmpty();
    assertThat(recorded(org)).contains("alerts.mail-chosen");
  }

  @Test
  void aSummaryIsWrittenOnceToThoseWhoChoseIt() {
    Person daily = choosing("DAILY");
    Person weekly = choosing("WEEKLY");
    Instant monday =
        clock
            .instant()
            .atZone(zone())
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(LocalTime.NOON)
            .toInstant();

    inOrganization(org, () -> digests.write(monday.minus(Duration.ofHours(5))));
    assertThat(written(daily)).as("before eight").isEmpty();
    inOrganization(org, () -> digests.write(monday));
    inOrganization(org, () -> digests.write(monday));
    inOrganization(org, () -> digests.write(monday.plus(Duration.ofDays(1))));

    assertThat(written(daily)).hasSize(2).allMatch("Summary of alerts at Larkspur Health"::equals);
    assertThat(written(weekly)).hasSize(1);
  }

  private ZoneId zone() {
    return inOrganization(org, () -> organizations.current().zone());
  }
}
