package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.FakeAuthorizationServer;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account is connected on the network's own page, and a reply goes out through it. */
class ConnectStoryTest extends BrowserTest {

  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  private Org org;
  private FakeNetwork network;
  private Page page;

  @BeforeEach
  void aServerWhereTheHospitalHasAnAccount() throws IOException {
    network = new FakeNetwork(Network.MASTODON, clock);
    network.only = "good";
    new FakeAuthorizationServer(Manner.MASTODON, network);
    org = found("Larkspur Health");
    visit().mayGoTo(network.url()).signIn(member(org, Role.COMMUNICATIONS));
    page = visit().page();
  }

  @AfterEach
  void end() {
    network.close();
  }

  private void toTheNetworksPage() {
    visit().open("/settings/channels").follow("Mastodon");
    page.locator("#connect-name").fill("The valley");
    page.locator("#connect-server").fill(network.url().toString());
    visit().press("Connect with Mastodon");
    assertThat(visit().main()).containsText("not as yourself");
    visit().follow("Go on at 127.0.0.1");
    assertThat(visit().heading("Bedside would like to use your account")).isVisible();
  }

  @Test
  void whoeverAgreesSendsAReplyThroughItAMinuteLater() {
    receive(org, mastodon(org), List.of(onMastodon()));
    toTheNetworksPage();

    visit().press("Authorize");

    assertThat(page.locator(".toast")).containsText("The valley works: it is @larkspur");
    assertThat(visit().main()).containsText("@larkspur");
    assertThat(visit().main()).containsText("Keys renewed");
    Assertions.assertThat(page.url()).endsWith("/settings/channels");

    visit().open("/inbox");
    page.locator("#inbox-list [data-row]").first().click();
    page.locator("#detail a[data-key=r]").click();
    Locator words = page.locator("#reply");
    words.fill(SAFE);
    assertThat(page.locator("#verdict")).containsText("This reply discloses nothing");
    visit().press("Send");
    assertThat(page.locator("#detail")).containsText("Posted by");
    await().atMost(Duration.ofSeconds(30)).until(() -> !network.texts().isEmpty());
    Assertions.assertThat(network.texts()).hasSize(1).first().asString().contains(SAFE);
  }

  @Test
  void whoeverDeclinesIsBackWhereItBeganAndToldWhatToDo() {
    toTheNetworksPage();

    visit().press("Deny");

    assertThat(visit().main()).containsText("Access was not allowed on the network’s page");
    assertThat(page.locator("#connect-name")).hasValue("The valley");
    assertThat(page.locator("#connect-server")).hasValue(network.url().toString());
    visit().open("/settings/channels");
    assertThat(visit().main()).containsText("No account yet");
  }
}
