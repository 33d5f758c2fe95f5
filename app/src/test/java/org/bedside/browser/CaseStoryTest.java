package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

class CaseStoryTest extends BrowserTest {

  @Test
  void aColleagueIsNamedWithTheKeyboardAlone() {
    Org org = found("Larkspur Health");
    Person ben = member(org, Role.PATIENT_EXPERIENCE);
    receive(org, HARM);
    open(visit(), org);
    Page page = visit().page();

    page.locator("#note").focus();
    page.keyboard().type("Please look, @" + ben.name().substring(0, 3));
    assertThat(page.locator(".people-list [aria-selected=true]")).hasCount(1);
    assertThat(page.locator("#note")).hasAttribute("aria-controls", "people-list");
    page.keyboard().press("Escape");
    assertThat(page.locator(".people-list")).hasCount(0);
    page.keyboard().type(ben.name().substring(3, 4));
    while (!page.locator(".people-list [aria-selected=true]").innerText().equals(ben.name())) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");

    assertThat(page.locator("#note")).hasValue("Please look, @" + ben.name() + " ");
    visit().press("Add note");
    try (Visit reader = another(true).signIn(ben)) {
      reader.open("/inbox/for-you");
      assertThat(reader.page().locator(".mention")).containsText("Please look");
    }
  }

  @Test
  void twoPeopleOnOneCaseSeeEachOtherAndWhoWrites() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    open(visit(), org);
    Person ben = member(org, Role.COMMUNICATIONS);
    try (Visit other = another(true).signIn(ben)) {
      open(other);
      assertThat(visit().page().locator(".presence"))
          .containsText(ben.name() + " has this open too");

      other.page().locator("#detail a[data-key=r]").click();
      assertThat(visit().page().locator(".presence.is-writing"))
          .containsText(ben.name() + " is writing a reply");
    }
  }

  @Test
  void whoeverWorksThroughAFilteredListStaysInIt() {
    Org org = found("Larkspur Health");
    receive(org, HARM, PRAISE, PARKING);
    Page page =
        visit().signIn(member(org, Role.COMMUNICATIONS)).open("/inbox?q=garage full").page();
    Locator rows = page.locator("#inbox-list [data-row]");
    assertThat(rows).hasCount(1);
    rows.first().click();

    page.locator("#note").fill("Ask the parking people.");
    visit().press("Add note");
    assertThat(page.locator("#detail")).containsText("Ask the parking people.");
    assertThat(rows).hasCount(1);

    page.locator("#detail a[data-key=r]").click();
    page.locator("#reply").fill("Thank you for sharing your feedback.");
    assertThat(rows).hasCount(1);
    visit().press("Keep as draft");
    assertThat(page.locator(".toast")).isVisible();
    assertThat(rows).hasCount(1);
    assertThat(page.locator("#q")).hasValue("garage full");
  }

  private void open(Visit visit, Org org) {
    open(visit.signIn(member(org, Role.COMMUNICATIONS)));
  }

  private static void open(Visit visit) {
    visit.open("/inbox");
    visit.page().locator("#inbox-list [data-row]").first().click();
    assertThat(visit.page().locator("#note")).isVisible();
  }
}
