package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Channels;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every network is told and says, as its documentation has it. */
class NetworksTest extends OnANetwork {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void aReplyStandsThereOnceAndIsTakenDownAgain(Network which) throws IOException {
    on(which);
    UUID id = order();
    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
    assertThat(network.kept.getFirst().parent()).isEqualTo(POST);
    assertThat(sent.externalId()).isNotBlank();

    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.delete(id, by))).isTrue();
    awaitState(org, id, State.DELETED);
    assertThat(network.texts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void aNetworkThatAsksForPatienceGetsIt(Network which) throws IOException {
    on(which);
    network.canned.add(
        new FakeNetwork.Canned(429, Map.of("Retry-After", "600"), "{\"error\":\"slow down\"}"));
    UUID id = order();
    Delivery waits = awaitError(org, id, "channels.error.rate");
    assertThat(waits.state()).isEqualTo(State.WAITING);
    UUID other = order(org, channel, "778", "Another one");
    after(Duration.ofMinutes(9));
    doWhatIsDue(org);
    assertThat(delivery(org, id).attempts()).isEqualTo(1);
    assertThat(delivery(org, other).attempts()).as("the account, not the reply").isZero();

    after(Duration.ofMinutes(2));
    awaitState(org, id, State.SENT);
    rounds.wake();
    awaitState(org, other, State.SENT);
    assertThat(network.texts()).containsExactlyInAnyOrder(TEXT, "Another one");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void keysThatAreOverLoseNothingAndACheckLetsItGoOn(Network which) throws IOException {
    on(which);
    var over = new FakeNetwork.Canned(401, Map.of(), "{\"error\":\"invalid token\"}");
    network.canned.add(over);
    if (Key.of(which).contains(Key.REFRESH_TOKEN)) {
      // One is made up for by a new token.
      network.canned.add(over);
    }
    UUID id = order();
    Delivery waits = awaitError(org, id, "channels.error.sign-in");
    assertThat(waits.state()).isEqualTo(State.WAITING);
    assertThat(inOrganization(org, () -> channels.find(channel)).orElseThrow().error())
        .isEqualTo("channels.error.sign-in");

    check(org, channel);
    rounds.wake();
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void whatANetworkRefusesIsSaidInItsWordsAndNotTriedAgain(Network which) throws IOException {
    on(which);
    String words = "{\"error\":{\"message\":\"These words are not allowed\"}}";
    network.canned.add(new FakeNetwork.Canned(400, Map.of(), words));
    UUID id = order();
    Delivery refused = awaitState(org, id, State.REFUSED);
    assertThat(refused.detail()).isEqualTo("These words are not allowed");
    after(Duration.ofDays(1));
    doWhatIsDue(org);
    assertThat(delivery(org, id).attempts()).isEqualTo(1);
    assertThat(network.texts()).isEmpty();
  }

  @Test
  void redditsRefusalsArriveAsSuccesses() throws IOException {
    on(Network.REDDIT);
    network.canned.add(
        new FakeNetwork.Canned(
            200,
            Map.of(),
            "{\"json\":{\"errors\":[[\"TOO_LONG\",\"this is too long\",\"text\"]]}}"));
    Delivery refused = awaitState(org, order(), State.REFUSED);
    assertThat(refused.detail()).isEqualTo("this is too long");
    assertThat(network.texts()).isEmpty();
  }

  @Test
  void aPageIsNotSpokenForWithSomebodysOwnToken() throws IOException {
    on(Network.FACEBOOK);
    UUID other =
        channel(
            org,
            Network.FACEBOOK,
            detour.url(),
            Map.of(Key.PLACE, "99", Key.ACCESS_TOKEN, "of a person"));
    assertThat(check(org, other))
        .isEqualTo(new Channels.Checked.Fails("channels.error.not-the-page", ""));
  }
}
