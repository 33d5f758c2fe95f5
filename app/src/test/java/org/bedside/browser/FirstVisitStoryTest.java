package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.FreshServer;
import org.bedside.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first five minutes: from an empty installation to the inbox. */
@Tag(TestDatabase.EVERY)
@ExtendWith(Chromium.Provider.class)
class FirstVisitStoryTest {

  private static final String PASSWORD = "a sentence that is long";

  @Test
  void whoeverComesFirstSetsItUpSignsInAndSeesWhatToDoNext(Chromium chromium) throws SQLException {
    try (FreshServer server = new FreshServer("first-visit-in-a-browser");
        Visit visit = new Visit(chromium, server.port(), true)) {
      visit.open("/");
      assertThat(visit.page()).hasURL(Pattern.compile("/set-up$"));
      List<String> faults = new ArrayList<>(visit.faults());

      visit.fill("Name of the organization", "Larkspur Health");
      visit.page().getByLabel("Time zone").selectOption("America/Chicago");
      visit.page().locator("#locations").fill("Main Campus\nPine Street");
      visit.fill("Your name", "Maren").fill("Your e-mail", "maren@example.org");
      visit.fill("Password", PASSWORD).press("Open Bedside");

      assertThat(visit.main()).containsText("Everything is set up");
      faults.addAll(visit.faults());
      visit.fill("E-mail", "maren@example.org").fill("Password", PASSWORD).press("Sign in");
      assertThat(visit.page()).hasURL(Pattern.compile("/inbox$"));
      assertThat(visit.heading("Nothing has been heard yet")).isVisible();
      visit.follow("Import a file");
      assertThat(visit.page().locator("#file")).isVisible();
      visit.open("/settings/locations");
      assertThat(visit.main()).containsText("Pine Street");

      visit.expectNoComplaints();
      Assertions.assertThat(faults).isEmpty();
    }
  }
}
