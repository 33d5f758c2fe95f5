package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.bedside.identity.Role;
import org.bedside.inbox.Label;
import org.bedside.inbox.Labels;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many rows at once, from the keyboard. */
class PickStoryTest extends BrowserTest {

  @Autowired private Labels labels;

  private Page page;

  @BeforeEach
  void postsCameInOvernight() {
    Org org = found("Larkspur Health");
    receive(org, HARM, PRAISE, PARKING);
    inOrganization(
        org,
        () -> {
          labels.add("Billing", Label.Tint.AMBER, somebody(org));
        });
    visit().signIn(member(org, Role.COMMUNICATIONS)).open("/inbox");
    page = visit().page();
  }

  private Locator rows() {
    return page.locator("#inbox-list [data-row]");
  }

  private Locator chosen() {
    return page.locator("#inbox-list [data-pick]:checked");
  }

  private void keys(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  @Test
  void rowsAreChosenLabelledClosedAndBroughtBackWithoutTheMouse() {
    assertThat(page.locator(".bulk")).isHidden();
    keys("j", "x", "j", "j", "Shift+X");
    assertThat(chosen()).hasCount(3);
    assertThat(page.locator(".bulk-count")).hasText("3 chosen");
    keys("x");
    assertThat(page.locator(".bulk-count")).hasText("2 chosen");

    keys("l");
    assertThat(page.locator(".bulk button:focus")).hasText("Billing");
    keys("Enter");
    assertThat(page.locator(".lately")).containsText("Label Billing. Done to 2 cases.");
    assertThat(page.locator("#inbox-list .tagged").filter(visibly())).hasCount(2);

    keys("u");
    assertThat(page.locator(".lately")).containsText("2 cases are as before");
    assertThat(page.locator("#inbox-list .tagged").filter(visibly())).hasCount(0);

    page.getByText("Choose all shown").click();
    assertThat(page.locator(".bulk-count")).hasText("3 chosen");
    keys("c");
    page.keyboard().press("Enter");
    assertThat(page.locator(".lately")).containsText("Done to 3 cases");
    assertThat(rows()).hasCount(0);
    keys("u");
    assertThat(rows()).hasCount(3);
  }

  private static Locator.FilterOptions visibly() {
    return new Locator.FilterOptions().setVisible(true);
  }

  @Test
  void oneCaseIsMarkedFromTheKeyboardToo() {
    keys("j");
    assertThat(page).hasURL(Pattern.compile("/inbox/\\d+$"));
    assertThat(page.locator("#detail .post-text")).isVisible();
    keys("l");
    assertThat(page.locator("#detail .menu[open] button").first()).isFocused();
    keys("Enter");
    assertThat(page.locator("#detail .facts")).containsText("Billing");

    keys("p");
    page.keyboard().type("The board asked");
    page.locator("#detail .menu[open]").getByText("Good to know").click();
    assertThat(page.locator("#detail .facts")).containsText("The board asked");
    keys("u");
    assertThat(page.locator(".lately")).containsText("1 case is as before");
    assertThat(page.locator("#detail .facts")).not().containsText("The board asked");
  }
}
