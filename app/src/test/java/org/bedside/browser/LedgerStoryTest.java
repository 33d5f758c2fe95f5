package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;

/** What is done to a review is on record for colleagues and, once opened, for everybody. */
class LedgerStoryTest extends BrowserTest {

  private static final String RUDE = "Rude desk, the woman there is a stupid cow and a liar.";

  private RawPost review(String text, double stars) {
    return new RawPost(
        UUID.randomUUID().toString(),
        text,
        null,
        null,
        stars,
        null,
        null,
        "en",
        null,
        clock.instant(),
        null);
  }

  private void record(Visit visit) {
    Page page = visit.page();
    page.locator("input[name=act][value=REMOVED]").check();
    page.locator("input[name=reason][value=ABUSE]").first().check();
    visit.press("Record it");
  }

  @Test
  void aRemovalIsSeenByColleaguesAndInTheRatesThatThePublicReads() {
    Org org = found("Larkspur Health");
    List<RawPost> posts = new ArrayList<>(List.of(review(RUDE, 1)));
    for (int i = 1; i <= 4; i++) {
      posts.add(review("We waited " + i + " hours at the desk and nobody came.", 1));
    }
    for (int i = 1; i <= 5; i++) {
      posts.add(review("Lovely nurses, thank you " + i + " times!", 5));
    }
    receive(org, posts);
    Person maren = member(org, Role.COMMUNICATIONS);
    String publicPage = "/o/" + org.id().value() + "/moderation";
    visit().signIn(maren).open("/inbox");
    visit()
        .page()
        .locator("#inbox-list [data-row]")
        .filter(new Locator.FilterOptions().setHasText("Rude desk"))
        .click();
    assertThat(visit().page().locator("#detail .post-text")).containsText("Rude desk");
    visit().follow("Record an act on this review");
    assertThat(visit().button("Record it")).isVisible();
    String form = visit().page().url().replaceFirst("^https?://[^/]+", "");

    try (Visit ben = another(true).signIn(member(org, Role.ADMINISTRATOR));
        Visit anybody = another(true)) {
      ben.open(form);
      record(visit());
      assertThat(visit().page().locator(".toast")).containsText("Recorded in the ledger");
      record(ben);
      assertThat(ben.main()).containsText("The same act is already in the ledger");

      ben.open("/ledger");
      Locator entries = ben.page().locator("#entries");
      assertThat(entries).containsText("Removed");
      assertThat(entries).containsText("It threatens or insults a person");
      assertThat(entries).containsText(maren.name());
      assertThat(entries).not().containsText("stupid cow");
      assertThat(entries.locator("tbody tr")).hasCount(1);
      assertThat(ben.page().locator("tr").filter(hasText("1 star")).first()).containsText("20");

      Assertions.assertThat(Objects.requireNonNull(anybody.page().navigate(publicPage)).status())
          .isEqualTo(404);
      ben.press("Open it to the public");
      assertThat(ben.page().locator(".toast")).containsText("open to the public");
      anybody.open(publicPage);
      assertThat(anybody.heading("How Larkspur Health treats reviews")).isVisible();
      Locator all = anybody.page().locator("body");
      assertThat(all).containsText("It threatens or insults a person");
      assertThat(anybody.page().locator("tr").filter(hasText("1 star")).first()).containsText("20");
      assertThat(all).not().containsText(maren.name());
      assertThat(all).not().containsText("stupid cow");
      ben.expectNoComplaints();
      anybody.expectNoComplaints();
    }
  }

  private static Locator.FilterOptions hasText(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }
}
