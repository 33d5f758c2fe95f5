package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A morning at the inbox. */
class InboxStoryTest extends BrowserTest {

  private Org org;
  private Person maren;
  private Page page;

  @BeforeEach
  void postsCameInOvernight() {
    org = found("Larkspur Health");
    maren = member(org, Role.COMMUNICATIONS);
    receive(org, HARM, PRAISE, PARKING);
    visit().signIn(maren).open("/inbox");
    page = visit().page();
  }

  private Locator rows() {
    return page.locator("#inbox-list [data-row]");
  }

  private Locator row(String words) {
    return rows().filter(new Locator.FilterOptions().setHasText(words));
  }

  private Locator detail() {
    return page.locator("#detail");
  }

  @Test
  void whatMattersStandsFirstAndOpensBesideTheListWithItsReasonsMarked() {
    assertThat(rows()).hasCount(3);
    assertThat(rows().first()).containsText("wrong dose");

    rows().first().click();

    assertThat(page).hasURL(Pattern.compile("/inbox/\\d+$"));
    assertThat(detail().locator(".post-text")).containsText("blood thinner");
    assertThat(detail().locator("mark.hl-private").first()).containsText("555-201-9931");
    assertThat(rows()).hasCount(3);
    assertThat(rows().first()).hasAttribute("aria-current", "true");

    page.goBack();
    assertThat(visit().heading("Choose a mention to read it")).isVisible();
  }

  @Test
  void aPostThatComesInIsAnnouncedWithoutReloading() {
    receive(org, "The nurse shared my chart with my employer, this is a privacy breach.");

    Locator bar = page.locator("#fresh a");
    assertThat(bar).containsText("1 new");
    assertThat(page.locator("#live")).containsText("1 new");
    assertThat(rows()).hasCount(3);

    bar.click();
    assertThat(rows()).hasCount(4);
    assertThat(row("privacy breach")).isVisible();
  }

  @Test
  void theFirstPostEverAppearsInAnEmptyInboxByItself() {
    Org empty = found("Newcomer");
    try (Visit other = another(true)) {
      other.signIn(member(empty, Role.COMMUNICATIONS)).open("/inbox");
      assertThat(other.heading("Nothing has been heard yet")).isVisible();

      receive(empty, PRAISE);

      assertThat(other.page().locator("#inbox-list")).containsText("Lovely nurses");
      other.expectNoComplaints();
    }
  }

  @Test
  void filtersLiveInTheAddressAndCanBeSharedAndCleared() {
    page.locator(".inbox-filter summary").click();
    page.getByLabel("Sentiment").selectOption("positive");
    visit().press("Show");

    assertThat(page).hasURL(Pattern.compile("sentiment=positive"));
    assertThat(rows()).hasCount(1);
    assertThat(row("Lovely nurses")).isVisible();

    page.reload();
    assertThat(rows()).hasCount(1);
    visit().follow("Clear all");
    assertThat(rows()).hasCount(3);

    page.keyboard().press("/");
    page.keyboard().type("\"blood thinner\"");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile("q=%22blood"));
    assertThat(rows()).hasCount(1);
  }

  @Test
  void theInboxIsWorkedFromTheKeyboard() {
    page.keyboard().press("j");
    assertThat(rows().nth(0)).isFocused();
    assertThat(detail().locator(".post-text")).containsText("wrong dose");
    page.keyboard().press("j");
    assertThat(rows().nth(1)).isFocused();
    assertThat(detail().locator(".post-text")).not().containsText("wrong dose");
    page.keyboard().press("k");
    assertThat(rows().nth(0)).isFocused();
    assertThat(detail().locator(".post-text")).containsText("wrong dose");

    page.keyboard().press("?");
    assertThat(page.locator("dialog#keys")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog#keys")).isHidden();

    page.keyboard().press("e");
    visit().press(maren.name());
    assertThat(page.locator(".toast")).containsText("Assigned to " + maren.name());
    assertThat(detail().locator(".facts")).containsText(maren.name());

    page.keyboard().press("r");
    assertThat(page).hasURL(Pattern.compile("/reply$"));
    assertThat(page.locator("#reply")).isVisible();
  }

  @Test
  void oneKeyHidesWhatIdentifiesPeople() {
    rows().first().click();
    Locator telephone = detail().locator("mark.hl-private").first();
    String shown = colour(telephone);

    page.keyboard().press("h");

    assertThat(page.locator("html")).hasAttribute("data-mask", "on");
    assertThat(page.locator("#live")).containsText("are hidden");
    Assertions.assertThat(colour(telephone)).isNotEqualTo(shown);

    page.reload(); // it stays hidden, for whoever walks by
    assertThat(page.locator("html")).hasAttribute("data-mask", "on");
    page.keyboard().press("h");
    assertThat(page.locator("html")).not().hasAttribute("data-mask", "on");
  }

  private static String colour(Locator words) {
    return (String) words.evaluate("e => getComputedStyle(e).color + getComputedStyle(e).filter");
  }

  @Test
  void aWrongJudgementIsCorrectedAndCountsFromThenOn() {
    row("Lovely nurses").click();
    detail().getByText("Correct a judgement").click();
    detail().locator("#correct-sentiment").selectOption("NEGATIVE");
    detail().locator("#correct-urgency").selectOption("HIGH");
    visit().press("Keep this correction");

    assertThat(page.locator(".toast")).containsText("Correction kept");
    assertThat(detail()).containsText("corrected by " + maren.name());
    visit().open("/inbox?sentiment=negative");
    assertThat(row("Lovely nurses")).isVisible();
  }

  @Test
  void aCaseIsNotedMergedAndClosedWithItsOutcome() {
    row("Parking").click();
    assertThat(detail()).containsText("Parking");
    String into = page.url().replaceAll("^.*/(\\d+).*$", "$1");
    row("wrong dose").click();
    assertThat(detail().locator(".post-text")).containsText("wrong dose");

    page.keyboard().press("n");
    page.keyboard().type("Risk management knows");
    visit().press("Add note");
    assertThat(detail().locator(".timeline")).containsText("Risk management knows");

    detail().locator("summary[aria-label='More actions']").click();
    visit().fill("Merge into case number", "#" + into);
    visit().press("Merge");
    assertThat(page).hasURL(Pattern.compile("/inbox/" + into + "$"));
    assertThat(detail()).containsText("wrong dose");
    assertThat(detail()).containsText("Parking");
    assertThat(rows()).hasCount(2);

    page.keyboard().press("c");
    visit().press("Answered offline");
    assertThat(detail().locator(".detail-bar")).containsText("Closed: Answered offline");
    page.locator(".toast").getByText("Undo").click();
    assertThat(page.locator(".toast")).containsText("Open again");
    page.keyboard().press("c");
    visit().press("Answered offline");
    assertThat(detail().locator(".detail-bar")).containsText("Closed: Answered offline");
    visit().open("/inbox");
    assertThat(rows()).hasCount(1);
    visit().follow("Closed");
    assertThat(rows()).hasCount(1);
    rows().first().click();
    visit().press("Reopen");
    visit().open("/inbox");
    assertThat(rows()).hasCount(2);
  }
}
