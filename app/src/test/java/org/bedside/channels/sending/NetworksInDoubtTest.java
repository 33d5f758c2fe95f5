package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Requests and answers that are lost or late on every network: nothing stands twice. */
class NetworksInDoubtTest extends OnANetwork {

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void anAnswerThatIsLostIsMadeUpForByLooking(Network which) throws IOException {
    UUID id = inDoubt(which, Mishap.ANSWER_LOST);
    look();

    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  /** Where two requests make two replies, a second one waits until the first would have shown. */
  @ParameterizedTest
  @EnumSource(names = {"FACEBOOK", "INSTAGRAM", "REDDIT", "X"})
  void aRequestThatIsLostIsRepeatedOnlyAfterALateOneWouldHaveShown(Network which)
      throws IOException {
    UUID id = inDoubt(which, Mishap.LOST);
    look();
    awaitError(org, id, "channels.unknown.not-yet");
    assertThat(network.texts()).isEmpty();

    after(Duration.ofMinutes(11));
    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(sent.attempts()).isEqualTo(2);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @ParameterizedTest
  @EnumSource(names = {"FACEBOOK", "INSTAGRAM", "REDDIT", "X"})
  void aRequestThatArrivesLateIsFoundAndNotRepeated(Network which) throws Exception {
    UUID id = inDoubt(which, Mishap.LATE);
    look();
    awaitError(org, id, "channels.unknown.not-yet");
    assertThat(detour.arriveLate()).isEqualTo(1);

    after(Duration.ofMinutes(1));
    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(1);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  /** The same words by somebody else below the post, or by us below another. */
  @ParameterizedTest
  @CsvSource({
    "FACEBOOK,777,somebody,channels.unknown.not-yet",
    "INSTAGRAM,777,somebody,channels.unknown.not-yet",
    "YOUTUBE,777,somebody,channels.unknown.ask",
    "REDDIT,776,4242,channels.unknown.not-yet",
    "X,776,4242,channels.unknown.not-yet"
  })
  void theSameWordsOfAnotherOrElsewhereAreNotTakenForTheReply(
      Network which, String post, String by, String error) throws IOException {
    UUID id = inDoubt(which, Mishap.LOST);
    network.put(post, TEXT, by);
    look();

    assertThat(awaitError(org, id, error).state()).isEqualTo(State.UNKNOWN);
    assertThat(network.kept).extracting(FakeNetwork.Kept::parent).containsExactly(post);
  }

  @ParameterizedTest
  @EnumSource(names = {"MASTODON", "GOOGLE_BUSINESS"})
  void whereTwoRequestsMakeOneReplyItIsRepeatedAtOnce(Network which) throws Exception {
    UUID id = inDoubt(which, Mishap.LATE);
    look();
    awaitState(org, id, State.SENT);
    assertThat(detour.arriveLate()).isEqualTo(1);

    assertThat(network.texts()).containsExactly(TEXT);
  }

  @Test
  void whereTheNetworkCanNotTellAPersonDecides() throws IOException {
    UUID id = inDoubt(Network.YOUTUBE, Mishap.LOST);
    look();
    Delivery looking = awaitError(org, id, "channels.unknown.ask");
    assertThat(looking.asksAPerson()).as("a late one may still show").isFalse();
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.isNotThere(id, by))).isFalse();

    after(Duration.ofMinutes(11));
    await().until(() -> delivery(org, id).asksAPerson());
    after(Duration.ofDays(2));
    doWhatIsDue(org);
    assertThat(network.texts()).isEmpty();
    assertThat(inOrganization(org, () -> deliveries.isNotThere(id, by))).isTrue();
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
    assertThat(recorded(org)).contains("channels.found-missing");
  }

  @Test
  void whatAPersonTakesForMissingIsLookedForOnceMoreBeforeItIsSent() throws Exception {
    UUID id = inDoubt(Network.YOUTUBE, Mishap.LATE);
    look();
    awaitError(org, id, "channels.unknown.ask");
    after(Duration.ofMinutes(11));
    await().until(() -> delivery(org, id).asksAPerson());
    assertThat(detour.arriveLate()).isEqualTo(1);
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.isNotThere(id, by))).isTrue();

    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void aServerThatFailsInTheMiddleIsNotTakenForARefusal(Network which) throws IOException {
    UUID id = inDoubt(which, Mishap.GATEWAY_GIVES_UP);
    look();
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @Test
  void wordsThatXSaysItHasAlreadyAreLookedForBeforeAnythingIsClaimed() throws IOException {
    on(Network.X);
    network.put(POST, TEXT, FakeNetwork.ACCOUNT);
    network.canned.add(
        new FakeNetwork.Canned(
            403,
            Map.of(),
            "{\"detail\":\"You are not allowed to create a Tweet with duplicate content.\"}"));
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    look();
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
  }
}
