package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

/** A composer was left open overnight. */
class LateFormStoryTest extends BrowserTest {

  private static final String WORDS =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  @Test
  void theWordsAreSentOnceTheWriterHasSignedInAgain() {
    Org org = found("Larkspur Health");
    Person maren = member(org, Role.COMMUNICATIONS);
    receive(org, PARKING);
    Page page = visit().signIn(maren).open("/inbox").page();
    page.locator("#inbox-list [data-row]").first().click();
    page.locator("#detail a[data-key=r]").click();
    page.locator("#reply").fill(WORDS);
    assertThat(page.locator("#verdict")).containsText("This reply discloses nothing");
    page.context().clearCookies();

    visit().press("Keep as draft");

    assertThat(visit().heading("Nothing was sent")).isVisible();
    assertThat(page.locator("textarea[name=reply]")).hasValue(WORDS);
    Assertions.assertThat(visit().faults()).isEmpty();
    Page beside = page.waitForPopup(() -> visit().follow("Sign in"));
    beside.getByLabel("E-mail").fill(maren.email());
    beside.getByLabel("Password").fill(maren.password());
    beside.locator("button.btn-primary").click();
    beside.waitForURL(url -> !url.contains("/sign-in"));
    beside.close();
    visit().press("Go on with these words");
    assertThat(visit().main()).containsText("has signed in anew since");
    visit().press("Send it again");

    assertThat(page.locator("#reply")).hasValue(WORDS);
    assertThat(page.locator(".toast")).containsText("kept");
  }
}
