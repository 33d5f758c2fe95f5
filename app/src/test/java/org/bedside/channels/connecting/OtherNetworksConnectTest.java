package org.bedside.channels.connecting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.channels.Channels.Checked;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Networks where an administrator makes a client first; asked at the address of an account. */
@ExtendWith(OutputCaptureExtension.class)
class OtherNetworksConnectTest extends ConnectingTestBase {

  private static final String PAGE = "4242";

  private UUID accountOf(Network which, String place) {
    Map<Key, String> keys = new EnumMap<>(Key.class);
    Key.of(which).forEach(key -> keys.put(key, "over"));
    keys.computeIfPresent(Key.PLACE, (key, any) -> place);
    return account(which, keys);
  }

  private static String connect(UUID account) {
    return "/settings/channels/" + account + "/connect";
  }

  private Checked check(UUID account) {
    var by = somebody(org);
    return CurrentOrganization.call(org.id(), () -> channels.check(account, by));
  }

  @ParameterizedTest
  @CsvSource({"GOOGLE_BUSINESS,GOOGLE", "YOUTUBE,GOOGLE", "REDDIT,REDDIT", "X,X"})
  void anAccountIsConnectedAndItsAccessIsRenewed(Network which, Manner manner, CapturedOutput log)
      throws IOException {
    on(which, manner);
    network.only = "good";
    grants.knows(
        "our id", "top:secret", redirect(manner.name().toLowerCase(java.util.Locale.ROOT)));
    UUID account = accountOf(which, "accounts/1/locations/2");
    assertThat(check(account)).as("keys that are over").isInstanceOf(Checked.Fails.class);
    assertThat(browser.post(connect(account)).body())
        .contains("client ID or its secret is missing");

    URI asking =
        leaving(browser, connect(account), "client-id", "our id", "client-secret", "top:secret");
    assertThat(back(browser, grants.allow(asking))).contains("has new keys and works");
    assertThat(channel(account).error()).as("what was wrong before").isNull();
    clock.advance(Duration.ofHours(3));
    assertThat(check(account)).as("renewed").isInstanceOf(Checked.Works.class);
    assertThat(channel(account).keysAt()).isAfter(clock.instant().minus(Duration.ofMinutes(5)));

    assertThat(browser.get(connect(account)).body())
        .contains("our id")
        .doesNotContain("top:secret");
    assertThat(across.jdbc().sql("select sealed from channel_client").query(byte[].class).list())
        .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains("secret"));
    URI again = leaving(browser, connect(account));
    assertThat(back(browser, grants.allow(again))).as("entered once").contains("has new keys");
    assertThat(recorded(org)).containsOnlyOnce("channels.client-entered");
    assertThat(log.getAll()).doesNotContain("top:secret", "top%3Asecret").doesNotContain("lasting");
  }

  @ParameterizedTest
  @CsvSource({
    "YOUTUBE,GOOGLE,myaccount.google.com",
    "REDDIT,REDDIT,of the kind web app",
    "X,X,OAuth 2.0 is switched on"
  })
  void accessThatWouldEndInAnHourIsNotKept(Network which, Manner manner, String advice)
      throws IOException {
    on(which, manner);
    network.only = "good";
    grants.knows("our id", "s", redirect(manner.name().toLowerCase(java.util.Locale.ROOT)));
    grants.refreshes = false;
    UUID account = accountOf(which, "");
    URI asking = leaving(browser, connect(account), "client-id", "our id", "client-secret", "s");
    assertThat(back(browser, grants.allow(asking)))
        .contains("without a refresh token")
        .contains(advice)
        .contains("keeps the keys that it had");
    assertThat(check(account)).isInstanceOf(Checked.Fails.class);
    assertThat(recorded(org)).doesNotContain("channels.channel-reconnected");
  }

  @Test
  void aScopeThatWasUntickedIsNamed() throws IOException {
    on(Network.X, Manner.X);
    grants.knows("our id", "s", redirect("x"));
    grants.withheld.add("tweet.write");
    UUID account = accountOf(Network.X, "");
    URI asking = leaving(browser, connect(account), "client-id", "our id", "client-secret", "s");
    assertThat(back(browser, grants.allow(asking))).contains("tweet.write is missing");
  }

  @Test
  void aSecretThatTheNetworkRefusesIsTold() throws IOException {
    on(Network.REDDIT, Manner.REDDIT);
    grants.knows("our id", "another", redirect("reddit"));
    UUID account = accountOf(Network.REDDIT, "");
    URI asking = leaving(browser, connect(account), "client-id", "our id", "client-secret", "s");
    assertThat(back(browser, grants.allow(asking))).contains("refuses the client ID or its secret");
  }

  private void pages(String... ids) {
    for (String id : ids) {
      grants.answersFor(id, "Page <" + id + ">");
    }
  }

  private UUID onMeta(Network which, String place) throws IOException {
    on(which, Manner.META);
    network.only = "of-page-" + PAGE;
    grants.knows("our id", "s", redirect("meta"));
    return accountOf(which, place);
  }

  private URI away(UUID account) {
    return leaving(browser, connect(account), "client-id", "our id", "client-secret", "s");
  }

  @ParameterizedTest
  @CsvSource({"FACEBOOK", "INSTAGRAM"})
  void theTokenOfTheSamePageIsTakenAmongMany(Network which) throws IOException {
    UUID account = onMeta(which, PAGE);
    pages("1", PAGE, "3");
    assertThat(back(browser, grants.allow(away(account)))).contains("has new keys and works");
    assertThat(check(account)).isInstanceOf(Checked.Works.class);
  }

  @Test
  void aPageThatIsNotAmongThemIsTold() throws IOException {
    UUID account = onMeta(Network.FACEBOOK, PAGE);
    pages("1", "3");
    assertThat(back(browser, grants.allow(away(account)))).contains("not among those");
    grants.pages.clear();
    assertThat(back(browser, grants.allow(leaving(browser, connect(account)))))
        .contains("No page was granted");
  }

  @Test
  void whereSeveralPagesAreGrantedOneIsChosenOnceByThePersonWhoAsked() throws IOException {
    UUID account = onMeta(Network.FACEBOOK, "");
    pages("1", PAGE);
    URI answer = grants.allow(away(account));
    String choice =
        browser
            .get(answer.getRawPath() + "?" + answer.getRawQuery())
            .headers()
            .firstValue("Location")
            .map(location -> URI.create(location).getPath())
            .orElseThrow();
    assertThat(choice).contains("/settings/channels/connecting/");
    assertThat(browser.get(choice).body())
        .contains("Which page?")
        .contains("Page &lt;4242&gt;")
        .doesNotContain("of-page");
    Browser colleague = signIn(org, Role.ADMINISTRATOR);
    assertThat(colleague.get(choice).body()).contains("This choice is over");
    assertThat(colleague.submit(choice, "place", PAGE).body()).contains(NOT_OURS);

    assertThat(browser.submit(choice, "place", PAGE).body()).contains("has new keys and works");
    assertThat(check(account)).isInstanceOf(Checked.Works.class);
    assertThat(browser.submit(choice, "place", "1").body()).as("once").contains(NOT_OURS);
  }

  @Test
  void theExactRedirectUriIsShownAndWhereThePageMustBeOpenedFor() throws IOException {
    on(Network.X, Manner.X);
    String page = browser.get("/settings/channels/new?network=X").body();
    assertThat(page).contains(redirect("x")).doesNotContain("under another name");

    publicAddress.set("https://bedside.example.org");
    page = browser.get("/settings/channels/new?network=X").body();
    assertThat(page)
        .contains("https://bedside.example.org/settings/channels/connected/x")
        .contains("under another name")
        .contains("https://bedside.example.org/settings/channels/new?network=X");
    for (Network which : List.of(Network.GOOGLE_BUSINESS, Network.YOUTUBE)) {
      assertThat(browser.get("/settings/channels/new?network=" + which).body())
          .contains("https://bedside.example.org/settings/channels/connected/google");
    }
  }
}
