package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A review is answered without disclosing anything. */
class ReplyStoryTest extends BrowserTest {

  private static final String DISCLOSING = "Our records show that you refused the treatment.";
  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  private static final IsInViewportOptions WHOLE = new IsInViewportOptions().setRatio(1);

  private Org org;
  private Page page;
  private Locator verdict;

  @BeforeEach
  void aReviewWaitsForAnAnswer() {
    org = found("Larkspur Health");
    receive(org, HARM);
    compose(visit(), Role.COMMUNICATIONS);
    page = visit().page();
    verdict = page.locator("#verdict");
  }

  private void compose(Visit visit, Role role) {
    visit.signIn(member(org, role)).open("/inbox");
    visit.page().locator("#inbox-list [data-row]").first().click();
    visit.page().locator("#detail a[data-key=r]").click();
  }

  @Test
  void wordsThatWouldDiscloseAreNamedAsTheyAreTypedAndCannotBeRecordedAsPosted() {
    page.locator("#reply").fill(DISCLOSING);

    assertThat(verdict).containsText("This reply would disclose");
    assertThat(verdict.locator("mark").first()).containsText("Our records show");
    assertThat(page.locator("#reply-end")).containsText("Only a privacy officer");
    assertThat(visit().button("Mark as posted")).hasCount(0);
  }

  @Test
  void whyAReplyIsHeldBackStandsAtTheFieldAndIsSeenWithoutScrolling() {
    try (Visit phone = atAPhone("en-US")) {
      compose(phone, Role.COMMUNICATIONS);
      expectWhyAbove("#reply-end > *", page);
      expectWhyAbove(".rail", phone.page());
    }
  }

  private static void expectWhyAbove(String below, Page page) {
    page.locator("#reply").fill(DISCLOSING);

    assertThat(page.locator("#verdict")).containsText("This reply would disclose");
    assertThat(page.locator("#reply")).isInViewport();
    assertThat(page.locator("#verdict .banner")).isInViewport(WHOLE);
    Assertions.assertThat(bottom(page, "#verdict .banner")).isLessThanOrEqualTo(top(page, below));
  }

  private static double top(Page page, String element) {
    return page.locator(element).first().boundingBox().y;
  }

  private static double bottom(Page page, String element) {
    return top(page, element) + page.locator(element).first().boundingBox().height;
  }

  @Test
  void wordsThatAreBeingWrittenOutliveAReloadUntilTheyAreSentOrTheirWriterLeaves() {
    page.locator("#reply").fill(SAFE);
    page.locator("#note").fill("Ask the ward first.");

    page.reload();

    assertThat(page.locator("#reply")).hasValue(SAFE);
    assertThat(page.locator("#note")).hasValue("Ask the ward first.");
    assertThat(verdict).containsText("This reply discloses nothing");
    visit().press("Mark as posted");
    assertThat(page.locator("#detail")).containsText("Posted by");
    page.locator("#detail a[data-key=r]").click();
    assertThat(page.locator("#reply")).hasValue("");

    page.locator("#reply").fill("Half a sen");
    page.locator(".topbar details summary").click();
    visit().press("Sign out");
    compose(visit(), Role.COMMUNICATIONS);
    assertThat(page.locator("#reply")).hasValue("");
    Assertions.assertThat(page.evaluate("() => Object.keys(sessionStorage)"))
        .asString()
        .doesNotContain("bedside.words");
  }

  @Test
  void wordsThatNeverArrivedAreThereAgainOnceTheConnectionIs() {
    page.locator("#note").fill("Ask the ward first.");
    page.context().setOffline(true);
    visit().press("Add note");
    page.waitForURL("chrome-error://**");

    page.context().setOffline(false);
    page.goBack();

    assertThat(page.locator("#note")).hasValue("Ask the ward first.");
    visit().press("Add note");
    assertThat(page.locator(".toast")).containsText("Note added");
    assertThat(page.locator("#note")).hasValue("");
  }

  @Test
  void theKeyThatOpensTheReplyLeadsIntoItsFieldTheSecondTime() {
    page.waitForURL("**/reply");

    page.keyboard().press("r");

    assertThat(page.locator("#reply")).isFocused();
  }

  @Test
  void usingTheSafeWordingsClearsTheWayAndTheReplyIsCopiedAndRecorded() {
    page.locator("#reply").fill(DISCLOSING);
    Locator first = verdict.locator(".finding").first();
    assertThat(first).containsText("Our records show");
    int before = verdict.locator(".finding").count();

    first.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON).click();
    assertThat(page.locator("#reply")).not().hasValue(DISCLOSING);
    assertThat(verdict.locator(".finding")).not().hasCount(before);

    page.locator("#reply").fill(SAFE);
    assertThat(verdict).containsText("This reply discloses nothing");
    visit().press("Copy reply");
    assertThat(page.locator("#live")).containsText("Copied");
    Assertions.assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo(SAFE);

    visit().press("Mark as posted");
    assertThat(page.locator("#detail")).containsText("Posted by");
    assertThat(page.locator("#detail blockquote")).containsText(SAFE);
  }

  @Test
  void oneMayStartFromASafeWordingAndKeepADraft() {
    page.locator(".composer-foot summary").click();
    page.locator(".composer .menu-item").first().click();
    assertThat(page.locator("#reply")).not().hasValue("");
    assertThat(verdict).containsText("This reply discloses nothing");

    String draft = page.locator("#reply").inputValue();
    visit().press("Keep as draft");
    visit().open("/inbox");
    page.locator("#inbox-list [data-row]").first().click();
    page.locator("#detail a[data-key=r]").click();
    assertThat(page.locator("#reply")).hasValue(draft);
  }

  @Test
  void onlyAPrivacyOfficerOverridesAndOnlyWithAWrittenReason() {
    try (Visit officer = another(true)) {
      compose(officer, Role.PRIVACY_OFFICER);
      officer.page().locator("#reply").fill(DISCLOSING);
      officer.page().locator("#reply-end details summary").click();
      officer.page().locator("#reason").fill("too short");
      officer.page().locator("button[name=override]").click();
      assertThat(officer.main()).containsText("20 characters");

      officer.page().locator("#reply-end details summary").click();
      officer.page().locator("#reason").fill("The writer signed an authorization for this reply.");
      officer.page().locator("button[name=override]").click();
      assertThat(officer.main()).containsText("The writer signed an authorization");
      officer.expectNoComplaints();
    }
  }
}
