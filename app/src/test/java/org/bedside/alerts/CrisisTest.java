package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;

/** From a post to somebody who has it. */
class CrisisTest extends AlertingTest {

  @Test
  void aCrisisStandsOnThePageWithItsProtocolTheWordsAndAClock() {
    Org org = found("Larkspur Health");
    receive(org, RawPost.of("a", SELF_HARM), RawPost.of("b", PRAISE));
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    Alert alert = only(org, AlertState.OPEN);
    assertThat(alert.kind()).isEqualTo(AlertKind.CRISIS);
    assertThat(alert.about()).isEqualTo("self-harm");
    assertThat(browser.get("/alerts").body())
        .contains("Somebody may harm themselves", "Acknowledge within")
        .doesNotContain("kill myself");

    assertThat(browser.get("/alerts/" + alert.id()).body())
        .contains(
            "What to do now",
            "Whom to call",
            "What not to write publicly",
            "hl-urgent",
            "kill myself",
            "I have it",
            "Open the case");
    assertThat(browser.inLanguage("es").get("/alerts/" + alert.id()).body())
        .contains("Qué hacer ahora", "A quién llamar", "Qué no escribir en público");
  }

  @Test
  void theRailSaysHowManyWait() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    Browser browser = signIn(org, Role.COMMUNICATIONS);

    assertThat(browser.get("/inbox").body())
        .containsPattern("(?s)<span>Alerts</span>\\s*<span class=\"count\">.*?1\\s*</span>");
    alerts(org, AlertState.OPEN)
        .forEach(one -> browser.post("/alerts/" + one.id() + "/acknowledgement"));
    assertThat(browser.get("/inbox").body())
        .doesNotContainPattern("(?s)<span>Alerts</span>\\s*<span class=\"count\">");
  }

  @Test
  void ofTwoWhoAcknowledgeTheFirstOneHasIt() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    Person ada = member(org, Role.COMMUNICATIONS);
    Person ben = member(org, Role.PRIVACY_OFFICER);
    long id = only(org, AlertState.OPEN).id();

    HttpResponse<String> first = signIn(ada).submit("/alerts/" + id + "/acknowledgement");
    HttpResponse<String> second = signIn(ben).submit("/alerts/" + id + "/acknowledgement");

    assertThat(first.body()).contains("You have it");
    assertThat(second.body()).contains("Somebody had it already", ada.name() + " has it");
    assertThat(recorded(org)).filteredOn("alerts.acknowledged"::equals).hasSize(1);
    assertThat(only(org, AlertState.ACKNOWLEDGED).dueAt()).isNull();
  }

  @Test
  void aPostThatIsReadAgainRaisesNothingTwice() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    Alert first = only(org, AlertState.OPEN);

    clock.advance(Duration.ofMinutes(1));
    receive(org, "a", SELF_HARM + " Nobody at all.");

    Alert again = only(org, AlertState.OPEN);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.openedAt()).as("nobody is told anew").isEqualTo(first.openedAt());
    assertThat(inOrganization(org, () -> alerts.steps(first.id()))).hasSize(1);
  }

  @Test
  void anEditThatTakesItBackEndsTheAlertAndOneThatSaysItAgainBeginsItAnew() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    long id = only(org, AlertState.OPEN).id();

    receive(org, "a", PRAISE);
    assertThat(only(org, AlertState.CLOSED).why()).isEqualTo(Closing.NO_LONGER);

    receive(org, "a", SELF_HARM);
    assertThat(only(org, AlertState.OPEN).id()).isEqualTo(id);
  }

  @Test
  void anAlertDoesNotEndBecauseItsPostGrewOld() {
    Org org = found("Larkspur Health");
    Instant published = clock.instant();
    receive(org, RawPost.of("a", SELF_HARM).by(null, null, published));
    long id = only(org, AlertState.OPEN).id();

    clock.advance(Duration.ofDays(20));
    receive(org, RawPost.of("a", SELF_HARM + " Nobody at all.").by(null, null, published));

    assertThat(only(org, AlertState.OPEN).id()).isEqualTo(id);
  }

  @Test
  void whatAPersonClosedStaysClosedHoweverOftenThePostIsRead() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    signIn(org, Role.COMMUNICATIONS)
        .post("/alerts/" + only(org, AlertState.OPEN).id() + "/closing");

    receive(org, "a", SELF_HARM + " Please.");

    assertThat(alerts(org, AlertState.OPEN)).isEmpty();
    assertThat(only(org, AlertState.CLOSED).why()).isEqualTo(Closing.PERSON);
  }

  @Test
  void aPostThatIsDeletedAtItsSourceLeavesNothingOfItselfButWhoHadIt() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    Person ada = member(org, Role.COMMUNICATIONS);
    Browser browser = signIn(ada);
    long id = only(org, AlertState.OPEN).id();
    browser.post("/alerts/" + id + "/acknowledgement");
    var source = source(org);

    inOrganization(org, () -> intake.withdraw(source, List.of("a")));

    Alert left = only(org, AlertState.CLOSED);
    assertThat(left.mention()).isNull();
    assertThat(left.parts()).isEmpty();
    assertThat(left.acknowledged()).isNotNull();
    assertThat(browser.get("/alerts/" + id).body())
        .contains("was deleted at its source")
        .doesNotContain("kill myself");
  }

  @Test
  void theRowHoldsNoWordOfThePost() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);

    assertThat(
            across
                .jdbc()
                .sql("select row_to_json(a)::text from alert a where organization_id = ?")
                .param(org.id().value())
                .query((row, i) -> row.getString(1))
                .list())
        .hasSize(1)
        .noneMatch(row -> row.contains("kill") || row.contains("clinic"));
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() {
    Org org = found("Larkspur Health");
    receive(org, "a", SELF_HARM);
    Browser stranger = signIn(found("Elsewhere"), Role.ADMINISTRATOR);
    long id = only(org, AlertState.OPEN).id();

    assertThat(stranger.get("/alerts/" + id).statusCode()).isEqualTo(404);
    assertThat(stranger.post("/alerts/" + id + "/acknowledgement").statusCode()).isEqualTo(404);
    assertThat(only(org, AlertState.OPEN).id()).isEqualTo(id);
  }

  @Test
  void whoeverMayManageAlertsTunesThemAndAFigureOutOfRangeChangesNothing() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    String[] form = {
      "kind",
      "CRISIS",
      "persuasive",
      "75",
      "minutes",
      "5",
      "oldest",
      "7",
      "minimum",
      "20",
      "quietFrom",
      "22:00",
      "quietUntil",
      "07:00",
      "messages",
      "3",
      "digest",
      "DAILY"
    };

    assertThat(browser.submit("/settings/alerts", form).body()).contains("It counts from the next");
    Tuning tuning = inOrganization(org, () -> tunings.current());
    assertThat(tuning.kinds()).containsExactly(AlertKind.CRISIS);
    assertThat(tuning.minutes()).isEqualTo(5);

    form[5] = "0";
    assertThat(browser.submit("/settings/alerts", form).body()).contains("Nothing was changed");
    assertThat(inOrganization(org, () -> tunings.current()).minutes()).isEqualTo(5);
    assertThat(recorded(org)).filteredOn("alerts.tuned"::equals).hasSize(1);
  }
}
