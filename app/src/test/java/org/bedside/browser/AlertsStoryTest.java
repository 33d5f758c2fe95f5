package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A crisis reaches two people at once, and one of them has it. */
class AlertsStoryTest extends BrowserTest {

  private static final String CRISIS =
      "I want to kill myself tonight. Nobody at the clinic listened to me.";

  private Org org;
  private Person maren;
  private Person ben;

  @BeforeEach
  void twoPeopleAtWork() {
    org = found("Larkspur Health");
    maren = member(org, Role.COMMUNICATIONS);
    ben = member(org, Role.PRIVACY_OFFICER);
  }

  private static Locator notice(Visit visit) {
    return visit.page().locator(".notice");
  }

  private static Locator detail(Visit visit) {
    return visit.page().locator("#detail");
  }

  @Test
  void bothHearOfItAtOnceAndWhoeverIsSlowerSeesWhoHasIt() {
    visit().signIn(maren).open("/feedback");
    try (Visit other = another(true).signIn(ben);
        Visit third = another(true).signIn(member(org, Role.PATIENT_EXPERIENCE))) {
      other.open("/inbox");
      third.open("/improve");
      receive(org, CRISIS);
      assertThat(notice(visit())).containsText("Somebody may harm themselves");
      assertThat(notice(other)).containsText("Somebody may harm themselves");
      assertThat(notice(third)).containsText("Somebody may harm themselves");
      notice(visit()).locator("a").click();
      notice(other).locator("a").click();
      assertThat(visit().button("I have it")).isVisible();
      assertThat(other.button("I have it")).isVisible();

      visit().press("I have it");

      assertThat(visit().page().locator(".toast")).containsText("You have it");
      assertThat(detail(other)).containsText(maren.name() + " has it");
      assertThat(other.page().locator("#live-now")).containsText(maren.name() + " has it");
      assertThat(other.button("I have it")).hasCount(0);
      assertThat(notice(third)).hasCount(0);
      other.open("/alerts?state=acknowledged");
      assertThat(other.main()).containsText(maren.name() + " has it");
      other.expectNoComplaints();
      third.expectNoComplaints();
    }
  }

  @Test
  void onAPhoneNewsOfAnAlertCoversNeitherTheTitleNorTheWayOn() {
    try (Visit phone = atAPhone("en-US").signIn(maren)) {
      phone.open("/improve/tickets");
      receive(org, CRISIS);
      assertThat(notice(phone)).containsText("Somebody may harm themselves");

      double top = notice(phone).boundingBox().y;
      var title = phone.page().locator("h1").boundingBox();
      var rail = phone.page().locator(".rail").boundingBox();

      Assertions.assertThat(top).isGreaterThan(title.y + title.height);
      Assertions.assertThat(top + notice(phone).boundingBox().height).isLessThanOrEqualTo(rail.y);
    }
  }

  @Test
  void onAPageThatHeardNothingTheButtonTakesNothingFromWhoeverHasIt() {
    receive(org, CRISIS);
    visit().signIn(maren).open("/alerts");
    try (Visit other = another(false).signIn(ben)) {
      other.open("/alerts");
      visit().page().locator("[data-row]").first().click();
      other.page().locator("[data-row]").first().click();
      assertThat(other.button("I have it")).isVisible();
      visit().press("I have it");
      assertThat(detail(visit())).containsText(maren.name() + " has it");

      other.press("I have it");

      assertThat(other.page().locator(".toast")).containsText("Somebody had it already");
      assertThat(detail(other)).containsText(maren.name() + " has it");
      assertThat(detail(other)).not().containsText(ben.name() + " has it");
    }
  }
}
