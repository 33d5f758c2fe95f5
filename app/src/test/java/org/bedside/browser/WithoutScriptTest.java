package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

/** The same with scripts switched off: reading, and every form on the way. */
class WithoutScriptTest extends BrowserTest {

  @Test
  void aReviewIsReadAssignedAnsweredAndClosed() {
    Org org = found("Larkspur Health");
    Person maren = member(org, Role.COMMUNICATIONS);
    receive(org, HARM, PRAISE);
    try (Visit plain = another(false)) {
      plain.signIn(maren).open("/inbox");
      Page page = plain.page();
      page.locator(".inbox-filter summary").click();
      page.getByLabel("Sentiment").selectOption("negative");
      plain.press("Show");
      assertThat(page.locator("#inbox-list [data-row]")).hasCount(1);

      page.locator("#inbox-list [data-row]").first().click();
      assertThat(page.locator("#detail .post-text")).containsText("wrong dose");
      page.locator("#detail summary[data-key=e]").click();
      plain.press(maren.name());
      assertThat(page.locator("#detail .facts")).containsText(maren.name());

      page.locator("#detail a[data-key=r]").click();
      page.locator("#reply").fill("Our records show that you refused the treatment.");
      plain.press("Mark as posted");
      assertThat(page.locator("#verdict")).containsText("This reply would disclose");
      page.locator("#verdict button[name=use]").first().click();
      assertThat(page.locator("#reply"))
          .not()
          .hasValue("Our records show that you refused the treatment.");

      page.locator("#detail summary[data-key=c]").click();
      plain.press("No follow-up needed");
      assertThat(page.locator("#detail .detail-bar")).containsText("No follow-up needed");
      plain.expectNoComplaints();
    }
  }

  @Test
  void aWatchIsTriedAndKept() {
    Org org = found("Larkspur Health");
    receive(org, PRAISE);
    try (Visit plain = another(false)) {
      plain.signIn(member(org, Role.COMMUNICATIONS)).open("/watches/new");
      Page page = plain.page();
      page.locator("#query").fill("nurses AND (");
      plain.press("Try it");
      assertThat(page.locator("#query-error")).containsText("Column");
      page.locator("#query").fill("nurses");
      plain.press("Try it");
      assertThat(page.locator("#preview")).containsText("1 of the last 1 posts");
      plain.fill("Name", "Kindness").press("Save watch");
      assertThat(plain.main()).containsText("Kindness");
      plain.expectNoComplaints();
    }
  }

  @Test
  void namesAndIdentifiersAreHiddenByTheServer() {
    Org org = found("Larkspur Health");
    receive(org, HARM);
    try (Visit plain = another(false)) {
      plain.signIn(member(org, Role.COMMUNICATIONS)).open("/inbox");
      plain.page().locator("[data-mask-toggle]").click();
      assertThat(plain.page().locator("html")).hasAttribute("data-mask", "on");
    }
  }
}
