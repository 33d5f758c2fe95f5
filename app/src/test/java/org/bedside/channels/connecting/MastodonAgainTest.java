package org.bedside.channels.connecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.Order;
import org.bedside.channels.connecting.FakeAuthorizationServer.Manner;
import org.bedside.database.CurrentOrganization;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** New keys for a Mastodon account that is there, granted on its server's page or pasted. */
class MastodonAgainTest extends ConnectingTestBase {

  @Autowired private Deliveries deliveries;

  @BeforeEach
  void aServer() throws IOException {
    on(Network.MASTODON, Manner.MASTODON);
    network.only = "good";
  }

  private UUID order(UUID account) {
    var by = somebody(org);
    return inOrganization(
        org,
        () ->
            deliveries.queue(
                Order.of(UUID.randomUUID(), account, "777", null, "Please call us", "en"), by));
  }

  private Delivery delivery(UUID id) {
    return inOrganization(org, () -> deliveries.find(id).orElseThrow());
  }

  @Test
  void anAccountThatIsConnectedAgainKeepsItsDeliveriesAndTheyGoOut() {
    UUID account = account(Network.MASTODON, Map.of(Key.ACCESS_TOKEN, "over"));
    UUID reply = order(account);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> "channels.error.sign-in".equals(delivery(reply).error()));
    assertThat(browser.get("/settings/channels").body())
        .contains("/settings/channels/" + account + "/connect")
        .contains("does not accept its keys any more");

    URI asking = leaving(browser, "/settings/channels/" + account + "/connect");
    assertThat(back(browser, grants.allow(asking))).contains("has new keys and works");

    await().atMost(Duration.ofSeconds(30)).until(() -> delivery(reply).state() == State.SENT);
    assertThat(network.texts()).containsExactly("Please call us");
    assertThat(all()).extracting(one -> one.id()).isEqualTo(List.of(account));
    assertThat(channel(account).error()).isNull();
    assertThat(recorded(org)).contains("channels.channel-reconnected");
  }

  @Test
  void anotherAccountIsNotTakenForTheOneThatIsThere() {
    UUID account = account(Network.MASTODON, Map.of(Key.ACCESS_TOKEN, "good"));
    var by = somebody(org);
    CurrentOrganization.call(org.id(), () -> channels.check(account, by));
    network.on(
        "/api/v1/accounts/verify_credentials",
        exchange ->
            WebServer.send(
                exchange,
                200,
                "application/json",
                "{\"id\":\"1\",\"acct\":\"wren\"}".getBytes(StandardCharsets.UTF_8)));
    URI asking = leaving(browser, "/settings/channels/" + account + "/connect");
    assertThat(back(browser, grants.allow(asking)))
        .contains("open another account: @wren")
        .contains("keeps the keys that it had");
    assertThat(channel(account).handle()).isEqualTo("@larkspur");
    assertThat(recorded(org)).doesNotContain("channels.channel-reconnected");
  }

  @Test
  void pastedKeysReplaceThoseThatAreOverOnlyWhereTheyWork() {
    UUID account = account(Network.MASTODON, Map.of(Key.ACCESS_TOKEN, "over"));
    String path = "/settings/channels/" + account + "/keys";
    assertThat(browser.post(path, "key-ACCESS_TOKEN", " ").body()).contains("something is missing");
    assertThat(browser.post(path, "key-ACCESS_TOKEN", "wrong as well").body())
        .contains("keeps the keys that it had")
        .doesNotContain("wrong as well");
    assertThat(recorded(org)).doesNotContain("channels.channel-keys-changed");
    assertThat(browser.submit(path, "key-ACCESS_TOKEN", "good").body())
        .contains("has new keys and works: it is @larkspur");
    assertThat(recorded(org)).contains("channels.channel-keys-changed");
  }

  @Test
  void anAccountThatWasRemovedMeanwhileDoesNotComeBack() {
    UUID account = account(Network.MASTODON, Map.of(Key.ACCESS_TOKEN, "over"));
    URI asking = leaving(browser, "/settings/channels/" + account + "/connect");
    browser.submit("/settings/channels/" + account + "/remove");
    assertThat(back(browser, grants.allow(asking))).contains("was removed in the meantime");
    assertThat(all()).isEmpty();
  }
}
