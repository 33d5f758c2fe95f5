package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

/** The bar that tells on every page that an alert opened. */
class AlertNoticeTest extends AlertingTest {

  @Test
  void whatOpenedSinceThePageWasDrawnIsToldOnceAndOnlyWhileItWaits() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    String since = clock.instant().toString();
    assertThat(browser.get("/feedback").body()).contains("hx-get=\"/alerts/notice?since=");
    assertThat(browser.get("/alerts").body()).doesNotContain("/alerts/notice");

    receive(org, "a", SELF_HARM);
    String bar = browser.get("/alerts/notice?since=" + since).body();

    long id = only(org, AlertState.OPEN).id();
    assertThat(bar)
        .contains("New alert: Somebody may harm themselves", "/alerts/" + id, "data-announce-now")
        .doesNotContain("kill");
    assertThat(browser.get("/alerts/notice?since=" + since + "&shown=" + id + "-0").statusCode())
        .as("said already")
        .isEqualTo(204);
    assertThat(
            signIn(found("Foxglove Health"), Role.COMMUNICATIONS)
                .get("/alerts/notice?since=" + since)
                .statusCode())
        .isEqualTo(204);

    browser.post("/alerts/" + id + "/acknowledgement");
    assertThat(browser.get("/alerts/notice?since=" + since + "&shown=" + id + "-0").body())
        .doesNotContain("New alert");
    assertThat(browser.get("/alerts/notice?since=" + since).body())
        .as("on a page that has not said it yet")
        .doesNotContain("New alert");
  }

  @Test
  void whatIsPutAwayComesBackOnlyWithANewAlert() {
    Org org = found("Larkspur Health");
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    receive(org, "a", SELF_HARM);
    clock.advance(Duration.ofMinutes(1));
    String putAway = clock.instant().toString();

    assertThat(browser.get("/alerts/notice?since=" + putAway + "&shown=put-away").body())
        .contains("notice-alerts", "since=" + putAway)
        .doesNotContain("New alert");
  }
}
