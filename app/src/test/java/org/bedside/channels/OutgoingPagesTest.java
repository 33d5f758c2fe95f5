package org.bedside.channels;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.channels.Delivery.State;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people see and do about what goes out. */
class OutgoingPagesTest extends BedsideTest {

  @Autowired private Channels channels;
  @Autowired private Deliveries deliveries;

  private Org org;
  private UUID channel;

  @BeforeEach
  void anAccountThatSendsNothing() {
    org = found("Larkspur");
    var by = somebody(org);
    channel =
        inOrganization(
            org,
            () -> {
              var keys = Map.of(Key.USER, "larkspur.test", Key.APP_PASSWORD, "top secret");
              UUID id =
                  channels.add(new NewChannel(Network.BLUESKY, "Main campus", null, keys), by);
              channels.pause(id, true, by);
              return id;
            });
  }

  private UUID order(String text) {
    var by = somebody(org);
    return inOrganization(
        org,
        () ->
            deliveries.queue(
                Order.of(
                    UUID.randomUUID(),
                    channel,
                    "at://did:plc:a/app.bsky.feed.post/1",
                    "javascript:alert(1)",
                    text,
                    "en"),
                by));
  }

  private State state(UUID id) {
    return inOrganization(org, () -> deliveries.find(id)).orElseThrow().state();
  }

  private void put(UUID id, String state) {
    across
        .jdbc()
        .sql("update delivery set state = ?, next_at = null where id = ?")
        .params(state, id)
        .update();
  }

  @Test
  void whoMayWorkHoldsStopsAndLetsGoAndWhoMayNotSeesItOnly() {
    UUID id = order("Please <b>call</b> us");
    Browser clinician = signIn(org, Role.CLINICIAN);
    assertThat(clinician.get("/outgoing").body()).contains("Please &lt;b&gt;call");
    assertThat(clinician.get("/outgoing/" + id).body())
        .contains("You can look at this")
        .doesNotContain("Stop for good")
        .doesNotContain("javascript:");
    assertThat(clinician.post("/outgoing/" + id + "/cancel").statusCode()).isEqualTo(403);
    assertThat(clinician.post("/outgoing/hold").statusCode()).isEqualTo(403);
    assertThat(clinician.get("/settings/channels").statusCode()).isEqualTo(403);

    Browser maren = signIn(org, Role.COMMUNICATIONS);
    assertThat(maren.submit("/outgoing/" + id + "/hold").body()).contains("It is held back.");
    assertThat(maren.submit("/outgoing/" + id + "/release").body()).contains("It is let go.");
    assertThat(maren.submit("/outgoing/" + id + "/cancel").body()).contains("It is stopped");
    assertThat(state(id)).isEqualTo(State.CANCELLED);
    assertThat(maren.submit("/outgoing/" + id + "/cancel").body()).contains("Nothing was changed");
    assertThat(recorded(org)).contains("channels.held", "channels.released", "channels.cancelled");
  }

  @Test
  void holdingAllIsSaidOnThePageAndTakenBackThere() {
    order("Please call us");
    Browser maren = signIn(org, Role.COMMUNICATIONS);
    String held = maren.submit("/outgoing/hold").body();
    assertThat(held).contains("All sending is held").containsPattern("Held\\s*</span>");
    assertThat(maren.submit("/outgoing/release").body()).doesNotContain("All sending is held");
    assertThat(recorded(org)).contains("channels.all-held", "channels.all-released");
  }

  @Test
  void whatWaitsSaysWhatItWaitsFor() {
    UUID id = order("Please call us");
    Browser maren = signIn(org, Role.COMMUNICATIONS);
    saysWhy(maren, id, "its account Main campus is paused");

    var by = somebody(org);
    maren.submit("/outgoing/" + id + "/hold");
    saysWhy(maren, id, "somebody holds this one back");
    maren.submit("/outgoing/" + id + "/release");
    maren.submit("/outgoing/hold");
    saysWhy(maren, id, "all sending is held");
    maren.submit("/outgoing/release");

    // nothing of it is due, so that nobody asks the network in the time of this test
    across.jdbc().sql("update delivery set next_at = '2031-05-04' where id = ?").param(id).update();
    inOrganization(org, () -> channels.pause(channel, false, by));
    account("error_code = 'channels.error.sign-in', error_detail = ''");
    saysWhy(maren, id, "the keys of its account Main campus are not accepted any more");
    account("error_code = 'channels.error.rate', quiet_until = '2030-05-04 20:15:00Z'");
    saysWhy(maren, id, "asks Main campus for patience until May 4, 2030, 3:15");

    account("error_code = null, quiet_until = '2020-05-04 20:15:00Z'");
    assertThat(maren.get("/outgoing").body()).contains("Please call us").doesNotContain("It waits");
    assertThat(maren.get("/outgoing/" + id).body()).contains("It goes out by itself.");
    put(id, "SENT");
    account("paused = true");
    assertThat(maren.get("/outgoing/" + id).body()).doesNotContain("It waits");
  }

  private void saysWhy(Browser reader, UUID id, String why) {
    assertThat(reader.get("/outgoing").body()).contains("It waits").contains(why);
    assertThat(reader.get("/outgoing/" + id).body()).contains(why);
  }

  private void account(String set) {
    across.jdbc().sql("update channel set " + set + " where id = ?").param(channel).update();
  }

  @Test
  void whatOnlyAPersonCanTellIsAskedAndTheAnswerCounts() {
    UUID there = order("Please call us");
    put(there, "UNKNOWN");
    Browser maren = signIn(org, Role.COMMUNICATIONS);
    assertThat(maren.get("/outgoing").body()).as("counted in the rail").contains("count");
    assertThat(maren.get("/outgoing/" + there).body()).contains("We don’t know whether it was");
    assertThat(maren.submit("/outgoing/" + there + "/there", "address", "nowhere").body())
        .contains("this is no web address");
    assertThat(state(there)).isEqualTo(State.UNKNOWN);
    maren.submit("/outgoing/" + there + "/there", "address", "https://bsky.app/x/1");
    assertThat(state(there)).isEqualTo(State.SENT);

    UUID missing = order("Or write to us");
    put(missing, "UNKNOWN");
    maren.submit("/outgoing/" + missing + "/missing");
    assertThat(state(missing)).isEqualTo(State.WAITING);
  }

  @Test
  void anAccountIsAddedCheckedPausedAndRemovedAndItsSecretIsNeverShown() throws Exception {
    try (WebServer server =
        new WebServer()
            .on(
                "/api/v1/accounts/verify_credentials",
                "application/json",
                "{\"id\":\"1\",\"acct\":\"larkspur\"}")
            .on(
                "/api/v2/instance",
                "application/json",
                "{\"configuration\":{\"statuses\":{\"max_characters\":1000}}}")) {
      Browser maren = signIn(org, Role.COMMUNICATIONS);
      HttpResponse<String> incomplete =
          maren.post(
              "/settings/channels",
              "network",
              "MASTODON",
              "name",
              "The valley",
              "server",
              server.url("").toString());
      assertThat(incomplete.body()).contains("something is missing").contains("The valley");

      String added =
          maren
              .submit(
                  "/settings/channels",
                  "network",
                  "MASTODON",
                  "name",
                  "The valley",
                  "server",
                  server.url("").toString(),
                  "key-ACCESS_TOKEN",
                  "very secret token")
              .body();
      assertThat(added).contains("The valley works: it is @larkspur").doesNotContain("very secret");
      Channel valley =
          inOrganization(
              org,
              () ->
                  channels.all().stream()
                      .filter(one -> one.name().equals("The valley"))
                      .findFirst()
                      .orElseThrow());
      assertThat(valley.rules().most()).isEqualTo(1000);
      assertThat(
              across
                  .jdbc()
                  .sql("select sealed from channel where sealed is not null")
                  .query(byte[].class)
                  .list())
          .noneMatch(bytes -> new String(bytes, ISO_8859_1).contains("secret"));

      maren.submit("/settings/channels/" + valley.id() + "/pause", "paused", "true");
      assertThat(inOrganization(org, () -> channels.find(valley.id())).orElseThrow().paused())
          .isTrue();
      maren.submit("/settings/channels/" + valley.id() + "/remove");
      assertThat(inOrganization(org, () -> channels.find(valley.id()))).isEmpty();
    }
  }

  @Test
  void removingAnAccountStopsWhatWaitsAndLeavesWhatIsInDoubtToAPerson() {
    UUID waiting = order("Please call us");
    UUID doubtful = order("Or write to us");
    put(doubtful, "UNKNOWN");
    var by = somebody(org);
    inOrganization(org, () -> channels.remove(channel, by));

    assertThat(state(waiting)).isEqualTo(State.CANCELLED);
    assertThat(inOrganization(org, () -> deliveries.find(doubtful)).orElseThrow().asksAPerson())
        .isTrue();
    assertThat(inOrganization(org, () -> deliveries.isNotThere(doubtful, by)))
        .as("there is nothing to send it through")
        .isFalse();
  }

  @Test
  void anotherOrganizationSeesNothingOfIt() {
    UUID id = order("Please call us");
    Org other = found("Another");
    Browser stranger = signIn(other, Role.ADMINISTRATOR);
    assertThat(stranger.get("/outgoing").body()).doesNotContain("Please call us");
    assertThat(stranger.get("/outgoing/" + id).statusCode()).isEqualTo(404);
    assertThat(stranger.post("/outgoing/" + id + "/cancel").statusCode()).isEqualTo(404);
    assertThat(stranger.post("/settings/channels/" + channel + "/remove").statusCode())
        .isEqualTo(404);
    assertThat(state(id)).isEqualTo(State.WAITING);
  }

  @Test
  void textsThatBreakTheRulesOfTheNetworkAreNotOrdered() {
    var by = somebody(org);
    assertThat(refusal("a".repeat(301), by)).isEqualTo("channels.order.too-long");
    assertThat(refusal("  ", by)).isEqualTo("channels.order.empty");
    assertThat(inOrganization(org, () -> deliveries.counts())).isEmpty();
  }

  private String refusal(String text, SignedIn by) {
    try {
      inOrganization(
          org,
          () ->
              deliveries.queue(Order.of(UUID.randomUUID(), channel, "at://x", null, text, ""), by));
      return "none";
    } catch (OrderRefusedException e) {
      return e.key();
    }
  }
}
