package org.bedside.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.bedside.channels.Channels;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.connecting.FakeAuthorizationServer;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.channels.sending.FakeNetwork;
import org.bedside.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An account is connected on the network's own page, and a reply goes out through it. */
class ConnectStoryTest extends BrowserTest {

  private static final String SAFE =
      "Thank you for taking the time to share your feedback. We take every concern seriously.";

  private static final String BACK = "/settings/channels/connected/meta";

  @Autowired private Channels channels;

  private Org org;
  private FakeNetwork network;
  private Page page;

  @BeforeEach
  void somebodyMayConnectAccounts() {
    org = found("Larkspur Health");
    visit().signIn(member(org, Role.COMMUNICATIONS));
    page = visit().page();
  }

  private FakeAuthorizationServer on(Network which, Manner manner) throws IOException {
    network = new FakeNetwork(which, clock);
    network.only = "good";
    visit().mayGoTo(network.url());
    return new FakeAuthorizationServer(manner, network);
  }

  @AfterEach
  void end() {
    network.close();
  }

  private void toTheServersPage() throws IOException {
    on(Network.MASTODON, Manner.MASTODON);
    visit().open("/settings/channels").follow("Mastodon");
    page.locator("#connect-name").fill("The valley");
    page.locator("#connect-server").fill(network.url().toString());
    visit().press("Connect with Mastodon");
    assertThat(visit().main()).containsText("not as yourself");
    Assertions.assertThat(visit().faults()).isEmpty();
    Look.WIDE_LIGHT.put(page);
    visit().follow("Go on at 127.0.0.1");
    assertThat(visit().heading("Bedside would like to use your account")).isVisible();
  }

  @Test
  void whoeverAgreesSendsAReplyThroughItAMinuteLater() throws IOException {
    receive(org, mastodon(org), List.of(onMastodon()));
    toTheServersPage();

    visit().press("Authorize");

    assertThat(page.locator(".toast")).containsText("The valley works: it is @larkspur");
    assertThat(visit().main()).containsText("@larkspur");
    assertThat(visit().main()).containsText("Keys given or renewed");
    Assertions.assertThat(page.url()).endsWith("/settings/channels");

    visit().open("/inbox");
    page.locator("#inbox-list [data-row]").first().click();
    page.locator("#detail a[data-key=r]").click();
    Locator words = page.locator("#reply");
    words.fill(SAFE);
    assertThat(page.locator("#verdict")).containsText("This reply discloses nothing");
    visit().press("Send");
    assertThat(page.locator("#detail")).containsText("sent a reply off");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                across
                    .jdbc()
                    .sql("select state from delivery where organization_id = ?")
                    .param(org.id().value())
                    .query(String.class)
                    .list(),
            List.of("SENT")::equals);
    Assertions.assertThat(network.texts()).hasSize(1).first().asString().contains(SAFE);
    page.reload();
    assertThat(page.locator("#detail")).containsText(Pattern.compile("Posted by|\\bSent\\b"));
  }

  @Test
  void whoeverDeclinesIsBackWhereItBeganAndToldWhatToDo() throws IOException {
    toTheServersPage();

    visit().press("Deny");

    assertThat(visit().main()).containsText("Access was not allowed on the network’s page");
    assertThat(page.locator("#connect-name")).hasValue("The valley");
    assertThat(page.locator("#connect-server")).hasValue(network.url().toString());
    visit().open("/settings/channels");
    assertThat(visit().main()).containsText("No account yet");
  }

  @Test
  void ofSeveralPagesThatAreGrantedOneIsChosen() throws IOException {
    FakeAuthorizationServer grants = on(Network.FACEBOOK, Manner.META);
    network.only = "of-page-4242";
    grants.knows("our app", "secret", page.url().replaceFirst("(//[^/]+)/.*", "$1") + BACK);
    grants.answersFor("1", "Somebody’s own page");
    grants.answersFor("4242", "The Larkspur Regional Health System of the Valley");
    var by = somebody(org);
    Map<Key, String> over = Map.of(Key.ACCESS_TOKEN, "over");
    UUID account =
        inOrganization(
            org,
            () ->
                channels.add(
                    new NewChannel(Network.FACEBOOK, "Our page", network.url(), over), by));

    visit().open("/settings/channels/" + account + "/connect");
    visit().fill("App ID", "our app").fill("App secret", "secret").press("Connect again");
    visit().follow("Go on at 127.0.0.1").press("Authorize");

    assertThat(visit().heading("Which page?")).isVisible();
    Assertions.assertThat(visit().faults()).isEmpty();
    Look.WIDE_LIGHT.put(page);
    page.getByText("The Larkspur Regional Health System of the Valley").click();
    visit().press("Connect this one");
    assertThat(page.locator(".toast")).containsText("Our page has new keys and works");
  }
}
