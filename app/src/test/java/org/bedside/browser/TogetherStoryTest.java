package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.bedside.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people at one inbox: nobody undoes what the other did, and nobody's words are lost. */
class TogetherStoryTest extends BrowserTest {

  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  private Org org;
  private Person maren;
  private Person ben;

  @BeforeEach
  void twoPeopleAtTheInbox() {
    org = found("Larkspur Health");
    maren = member(org, Role.COMMUNICATIONS);
    ben = member(org, Role.COMMUNICATIONS);
    receive(org, HARM, PRAISE, PARKING);
    visit().signIn(maren).open("/inbox?state=open");
  }

  private static Locator rows(Visit visit) {
    return visit.page().locator("#inbox-list [data-row]");
  }

  private static Locator row(Visit visit, String words) {
    return rows(visit).filter(new Locator.FilterOptions().setHasText(words));
  }

  private static Locator detail(Visit visit) {
    return visit.page().locator("#detail");
  }

  private static void open(Visit visit, String words) {
    row(visit, words).click();
    assertThat(detail(visit).locator(".post-text")).containsText(words);
  }

  private static void close(Visit visit, String outcome) {
    detail(visit).locator("summary[data-key=c]").click();
    detail(visit).locator(".menu[open]").getByText(outcome).click();
    assertThat(detail(visit).locator(".detail-bar")).containsText("Closed: " + outcome);
  }

  @Test
  void whoeverWritesWhileTheOtherClosesIsToldWhoDidWhatAndKeepsEveryWord() {
    open(visit(), "wrong dose");
    try (Visit other = another(true).signIn(ben)) {
      other.open("/inbox?state=open");
      open(other, "wrong dose");
      assertThat(visit().page().locator(".presence")).containsText(ben.name() + " has this open");
      assertThat(other.page().locator(".presence")).containsText(maren.name() + " has this open");
      detail(other).locator("a[data-key=r]").click();
      other.page().locator("#reply").fill(SAFE);
      assertThat(other.page().locator("#verdict")).containsText("This reply discloses nothing");
      assertThat(visit().page().locator(".presence.is-writing")).containsText(ben.name());

      close(visit(), "Answered offline");
      other.press("Mark as posted");

      assertThat(detail(other)).containsText("This case changed while you were here");
      assertThat(detail(other)).containsText("Not recorded yet");
      assertThat(detail(other)).containsText(maren.name() + " closed it: Answered offline");
      assertThat(other.page().locator("#reply")).hasValue(SAFE);

      other.press("Mark as posted");
      assertThat(detail(other)).containsText("Posted by " + ben.name());
      assertThat(detail(other).locator("blockquote")).containsText(SAFE);
      other.expectNoComplaints();
    }
  }

  @Test
  void manyAtOnceLeaveOutWhatTheOtherDidAndSoDoesTheWayBack() {
    assertThat(rows(visit())).hasCount(3);
    try (Visit other = another(true).signIn(ben)) {
      other.open("/inbox?state=open");
      open(other, "Parking");
      close(other, "Answered offline");

      visit().page().getByText("Choose all shown").click();
      visit().page().keyboard().press("c");
      visit().page().locator(".bulk .menu[open]").getByText("No follow-up needed").click();

      Locator lately = visit().page().locator(".lately");
      assertThat(lately).containsText("Done to 2 cases");
      assertThat(lately).containsText("1 case was left out");
      assertThat(lately).containsText(ben.name() + " closed it: Answered offline");

      other.open("/inbox?state=closed");
      open(other, "Lovely nurses");
      other.press("Reopen");
      assertThat(detail(other).locator("summary[data-key=c]")).isVisible();
      visit().page().keyboard().press("u");

      assertThat(lately).containsText("1 case is as before");
      assertThat(lately).containsText("1 case was changed again since");
      assertThat(lately).containsText(ben.name());
      visit().open("/inbox?state=open");
      assertThat(rows(visit())).hasCount(2);
      assertThat(row(visit(), "wrong dose")).isVisible();
      assertThat(row(visit(), "Lovely nurses")).isVisible();
      other.expectNoComplaints();
    }
  }
}
