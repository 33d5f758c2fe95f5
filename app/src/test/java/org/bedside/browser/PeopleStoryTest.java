package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

/** Who works here, what they did, what people say. */
class PeopleStoryTest extends BrowserTest {

  private static final String PASSWORD = "a sentence that is long";

  @Test
  void aSecondPersonComesInByALinkAndTheAuditLogRemembers() {
    Person maren = member(found("Larkspur Health"), Role.ADMINISTRATOR);
    visit().signIn(maren).open("/settings/people");
    visit().fill("E-mail", "colleague-" + maren.person() + "@example.org");
    visit().page().getByLabel(Pattern.compile("^Communications")).check();
    visit().press("Make the link");
    String link = visit().page().locator("#link").innerText().strip();

    try (Visit second = another(true)) {
      second.open(link.replaceFirst("^https?://[^/]+", ""));
      second.fill("Your name", "Tomasz").fill("Choose a password", PASSWORD).press("Join");
      assertThat(second.main()).containsText("You have joined");
      second
          .fill("E-mail", "colleague-" + maren.person() + "@example.org")
          .fill("Password", PASSWORD)
          .press("Sign in");
      assertThat(second.page()).hasURL(Pattern.compile("/inbox"));
      assertThat(second.heading("Nothing has been heard yet")).isVisible();
      second.expectNoComplaints();
    }

    visit().open("/settings/people");
    assertThat(visit().main()).containsText("Tomasz");
    visit().open("/settings/audit");
    assertThat(visit().main()).containsText("Invited someone");
    assertThat(visit().main()).containsText("Joined");
  }

  @Test
  void aFigureOfTheFeedbackLeadsToItsPosts() {
    Org org = found("Larkspur Health");
    receive(org, HARM, PRAISE, PARKING);
    visit().signIn(member(org, Role.PATIENT_EXPERIENCE)).open("/feedback");
    Page page = visit().page();
    assertThat(page.locator(".stat").first()).containsText("3");

    Locator figure = page.locator(".matrix a").first();
    int posts = Integer.parseInt(figure.locator("> span").first().innerText().strip());
    figure.click();
    assertThat(page).hasURL(Pattern.compile("/inbox\\?.*theme="));
    assertThat(page.locator("#inbox-list [data-row]")).hasCount(posts);

    visit().open("/feedback");
    page.locator(".chart-plot a").last().press("Enter");
    assertThat(page).hasURL(Pattern.compile("/inbox\\?.*from="));
    assertThat(page.locator("#inbox-list [data-row]")).hasCount(3);
  }
}
