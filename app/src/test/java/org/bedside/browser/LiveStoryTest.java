package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.live.Presence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an open page hears while somebody works on something else. */
class LiveStoryTest extends BrowserTest {

  private static final String CRISIS =
      "I want to kill myself tonight. Nobody at the clinic listened to me.";

  @Autowired private Presence presence;

  @Test
  void aCrisisIsToldAtOnceOnAnyPageAndGoesWhenItIsPutAway() {
    Org org = found("Larkspur Health");
    visit().signIn(member(org, Role.COMMUNICATIONS)).open("/feedback");
    Page page = visit().page();
    receive(org, CRISIS);

    Locator notice = page.locator(".notice");
    assertThat(notice).containsText("New alert: Somebody may harm themselves");
    assertThat(page.locator("#live-now")).containsText("New alert");
    Assertions.assertThat(visit().faults()).isEmpty();

    notice.locator("button").click();
    assertThat(notice).hasCount(0);
    receive(org, CRISIS + " It is over.");
    assertThat(notice).containsText("New alert: Somebody may harm themselves");
    notice.locator("a").click();
    assertThat(page).hasURL(Pattern.compile("/alerts(/\\d+)?$"));
    assertThat(page.locator(".notice")).hasCount(0);
  }

  @Test
  void whatAPageOpensLaterCountsAsOpenUntilItIsLeft() {
    Org org = found("Larkspur Health");
    Person maren = member(org, Role.COMMUNICATIONS);
    visit().signIn(maren).open("/inbox");
    var other = somebody(org, Permission.READ_MENTIONS);
    Page page = visit().page();

    page.evaluate(
        "() => {"
            + " const open = document.createElement('p'); open.dataset.watching = 'case:17';"
            + " document.querySelector('main').append(open); htmx.trigger(open, 'htmx:load'); }");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> presence.others("case:17", other).equals(List.of(maren.name())));
    visit().open("/feedback");
    await().atMost(Duration.ofSeconds(60)).until(() -> presence.others("case:17", other).isEmpty());
  }

  @Test
  void whatHappensBetweenDrawingAPageAndItsListeningIsToldAsWell() {
    Org org = found("Larkspur Health");
    visit().signIn(member(org, Role.COMMUNICATIONS)).open("/feedback");
    Page page = visit().page();
    page.route(
        "**/live*",
        route -> {
          receive(org, CRISIS);
          route.resume();
        },
        new Page.RouteOptions().setTimes(1));

    visit().open("/feedback");

    assertThat(page.locator(".notice")).containsText("New alert: Somebody may harm themselves");
  }
}
