package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Role;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Posts come in: from a feed, from a file, through a watch. */
class ListeningStoryTest extends BrowserTest {

  @Autowired private Poller poller;

  private Org org;
  private Page page;
  private WebServer site;

  @BeforeEach
  void aSiteHasAFeed() throws IOException {
    site = new WebServer();
    site.on(
        "/",
        "text/html",
        "<html><head><title>Parents</title><link rel=\"alternate\""
            + " type=\"application/rss+xml\" href=\"/feed.xml\"></head><body>hello</body></html>");
    site.on(
        "/feed.xml",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>Parents’ forum</title>"
            + "<item><guid>1</guid><title>Kind nurses at Larkspur</title></item>"
            + "<item><guid>2</guid><title>A long wait again</title></item></channel></rss>");
    org = found("Larkspur Health");
    visit().signIn(member(org, Role.COMMUNICATIONS));
    page = visit().page();
  }

  @AfterEach
  void end() {
    site.close();
  }

  @Test
  void aFeedIsFoundByItsSitesAddressShownAndThenHeard() throws InterruptedException {
    visit().open("/sources").follow("Add a source");
    visit().fill("Address", site.url("/").toString()).press("Look");

    assertThat(visit().heading("Parents’ forum")).isVisible();
    assertThat(visit().main()).containsText("Kind nurses at Larkspur");
    visit().press("Add source");
    assertThat(page.locator(".toast")).containsText("is added");

    while (!page.locator("main").innerText().contains("A long wait again")) {
      poller.askDue();
      poller.awaitIdle();
      page.reload();
    }
    assertThat(visit().main()).containsText("Healthy");
    visit().open("/sources");
    assertThat(visit().main()).containsText("2 posts");
  }

  @Test
  void anAddressWithoutAFeedSaysWhatToDo() {
    site.on("/nothing", "text/html", "<html><body>no feed here</body></html>");
    visit().open("/sources/new");
    visit().fill("Address", "http://10.1.2.3/feed").press("Look");
    assertThat(page.locator("#address-error")).isVisible();
    assertThat(page.locator("#address")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void aFileIsImportedWithItsColumnsAndItsErrorsCanBeTakenHome() throws IOException {
    visit().open("/sources").follow("Import a file");
    page.locator("#file")
        .setInputFiles(
            new FilePayload(
                "reviews.csv",
                "text/csv",
                """
                Review ID,Stars,What they wrote
                1,5,Lovely nurses
                2,99,=HYPERLINK()
                3,1,Nobody answered the telephone for a week
                """
                    .getBytes(UTF_8)));
    visit().press("Next: columns");
    assertThat(visit().main()).containsText("Nobody answered the telephone");
    page.locator("select[name=column0]").selectOption("id");
    page.locator("select[name=column1]").selectOption("rating");
    page.locator("select[name=column2]").selectOption("text");
    visit().fill("Source", "Reviews of spring").press("Import 3 rows");

    assertThat(visit().main()).containsText("2 posts stored");
    assertThat(visit().main()).containsText("not between 0 and 10");
    Download report = page.waitForDownload(() -> visit().follow("Download"));
    Assertions.assertThat(Files.readString(report.path()))
        .contains("not between 0 and 10")
        .doesNotContain("\n=HYPERLINK");

    visit().follow("See them in the inbox");
    assertThat(page.locator("#inbox-list")).containsText("Nobody answered");
  }

  @Test
  void theBarOfAnImportMovesByItselfAndEnds() {
    StringBuilder rows = new StringBuilder("id,text\n");
    for (int i = 0; i < 60_000; i++) { // the same few, so that only reading them takes time
      rows.append(i % 20).append(",A long wait at the desk ").append(i % 20).append('\n');
    }
    visit().open("/sources/imports");
    page.locator("#file")
        .setInputFiles(new FilePayload("many.csv", "text/csv", rows.toString().getBytes(UTF_8)));
    visit().press("Next: columns");
    visit().press("Import 60,000 rows");
    visit().press("Pause");
    Locator bar = page.locator("progress#read");
    assertThat(visit().heading(": paused")).isVisible();
    double before = (double) bar.evaluate("e => e.value + 0.0001");
    Assertions.assertThat(before).isLessThan(60_000);

    visit().press("Go on");

    page.waitForFunction(
        "before => { const bar = document.getElementById('read');"
            + " return !bar || bar.value > before; }",
        before);
    assertThat(visit().main()).containsText("20 posts stored");
    assertThat(bar).hasCount(0);
  }

  @Test
  void aWatchIsTriedWhileItIsWrittenAndItsMistakesArePointedAt() {
    receive(org, PRAISE, PARKING);
    visit().open("/watches").follow("New watch");
    page.locator("#query").fill("nurses AND (lovely");

    assertThat(page.locator("#query-error")).containsText("Column 12");
    assertThat(page.locator("#query-error .caret")).isVisible();

    page.locator("#query").fill("nurses AND (lovely OR kind)");
    assertThat(page.locator("#preview")).containsText("1 of the last 2 posts");
    assertThat(page.locator("#preview mark").first()).containsText("Lovely");

    visit().fill("Name", "Kindness").press("Save watch");
    assertThat(page).hasURL(Pattern.compile("/watches/[0-9a-f-]{36}$"));
    assertThat(visit().main()).containsText("2 of 2 posts looked at, 1 found");
    visit().open("/watches");
    assertThat(visit().main()).containsText("Kindness");
  }
}
