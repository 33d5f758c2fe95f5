package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.bedside.wordings.Language;
import org.bedside.wordings.NetworkText;
import org.bedside.wordings.Wordings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A reply is made of wordings, by hand and by keyboard, and counted while it grows. */
class ComposerStoryTest extends BrowserTest {

  private static final String FAMILY = "👨‍👩‍👧‍👦";

  @Autowired private Wordings wordings;

  /** In an organization that has approved the starter set. */
  private Page compose(String text, String url) {
    Org org = found("Larkspur Health");
    inOrganization(org, () -> wordings.takeOver(Language.ENGLISH, somebody(org)));
    across
        .jdbc()
        .sql("update wording set approved_by = 'x', approved_at = now() where organization_id = ?")
        .param(org.id().value())
        .update();
    receive(
        org,
        List.of(
            new RawPost(
                UUID.randomUUID().toString(),
                text,
                null,
                null,
                null,
                null,
                url,
                null,
                null,
                clock.instant(),
                null)));
    visit().signIn(member(org, Role.COMMUNICATIONS)).open("/inbox");
    visit().page().locator("#inbox-list [data-row]").first().click();
    visit().page().locator("#detail a[data-key=r]").click();
    return visit().page();
  }

  @Test
  void aSuggestionBringsBothLanguages() {
    Page page = compose(PRAISE, "https://bsky.app/profile/wren.example/post/3k");
    Locator first = page.locator(".suggestion").first();
    String english = first.locator("[lang=en]").innerText();
    String spanish = first.locator("[lang=es]").innerText();

    page.keyboard().press("1");

    assertThat(page.locator("#reply")).hasValue(english);
    assertThat(page.locator("#translation")).hasValue(spanish);
    assertThat(page.locator("#verdict")).containsText("This reply discloses nothing");
    assertThat(page.locator("output[for=reply]"))
        .hasText(NetworkText.of("bluesky").length(english) + " of 300");
  }

  @Test
  void aWordingIsFoundByTypingAndPutWhereTheCaretIs() {
    Page page = compose(PRAISE, "https://bsky.app/profile/wren.example/post/3k");
    page.locator("#reply").fill("Hello!");

    page.locator(".composer-foot summary").click();
    assertThat(page.locator("[data-find-in] input")).isFocused();
    page.keyboard().type("clean high");
    assertThat(page.locator("[data-find]:visible")).hasCount(1);
    page.keyboard().press("Enter");

    assertThat(page.locator("#reply"))
        .hasValue("Hello! We hold our facilities to high standards of cleanliness.");
    page.locator(".composer-foot summary").click();
    assertThat(page.locator("[data-find-in] input")).isFocused();
    page.keyboard().type("nothing has these words");
    assertThat(page.locator("[data-find-none]")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({
    "bluesky, https://bsky.app/profile/wren.example/post/3k",
    "x, https://x.com/wren/status/1",
    "mastodon, https://social.example/@wren/112233445566778899",
    "google, https://www.google.com/maps/reviews/1"
  })
  void theScriptCountsAsTheServerDoes(String network, String url) {
    Page page = compose(PRAISE, url);
    for (String text :
        List.of(
            FAMILY + " ¡Gracias, señora! 🇲🇽",
            "See https://larkspur.example/a?b=c, or larkspur.org/visit. care@larkspur.org",
            "@wren@social.example 谢谢 – “thanks”…")) {
      page.locator("#reply").fill(text);

      NetworkText rules = NetworkText.of(network);
      assertThat(page.locator("output[for=reply]"))
          .hasText(String.format(Locale.ENGLISH, "%d of %,d", rules.length(text), rules.limit()));
    }
  }
}
