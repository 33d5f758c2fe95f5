package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Channels;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Drawn;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.OrderRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Every network that has no server of its own to try with, as its documentation says it answers.
 */
@Timeout(120)
@SuppressWarnings("NullAway.Init") // each test begins by choosing its network
class NetworksTest extends SendingTest {

  private static final String TEXT = "Please call our office at https://larkspur.example/phone";
  private static final String POST = "777";

  private Org org;
  private FakeNetwork network;
  private Detour detour;
  private UUID channel;

  private void on(Network which) throws IOException {
    org = found("Larkspur on " + which);
    network = new FakeNetwork(which, clock);
    detour = new Detour(network.url());
    Map<Key, String> keys = new EnumMap<>(Key.class);
    Key.of(which).forEach(key -> keys.put(key, "a key"));
    keys.computeIfPresent(
        Key.PLACE,
        (key, any) ->
            which == Network.GOOGLE_BUSINESS ? "accounts/1/locations/2" : FakeNetwork.ACCOUNT);
    channel = channel(org, which, detour.url(), keys);
    assertThat(check(org, channel)).isInstanceOf(Channels.Checked.Works.class);
  }

  @AfterEach
  void close() {
    detour.close();
    network.close();
  }

  /** The end of the address that a reply is written to. */
  private static String door(Network which) {
    return switch (which) {
      case BLUESKY -> "com.atproto.repo.createRecord";
      case MASTODON -> "statuses";
      case GOOGLE_BUSINESS -> "reply";
      case FACEBOOK, YOUTUBE -> "comments";
      case INSTAGRAM -> "replies";
      case REDDIT -> "comment";
      case X -> "tweets";
    };
  }

  private UUID order() {
    return order(org, channel, POST, TEXT);
  }

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
  void anAnswerThatIsLostIsMadeUpForByLooking(Network which) throws IOException {
    on(which);
    detour.next(door(which), Mishap.ANSWER_LOST);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));

    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(sent.attempts()).isEqualTo(1);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  /** Where two requests make two replies, a second one waits until the first would have shown. */
  @ParameterizedTest
  @EnumSource(names = {"FACEBOOK", "INSTAGRAM", "REDDIT", "X"})
  void aRequestThatIsLostIsRepeatedOnlyAfterALateOneWouldHaveShown(Network which)
      throws IOException {
    on(which);
    detour.next(door(which), Mishap.LOST);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
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
    on(which);
    detour.next(door(which), Mishap.LATE);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitError(org, id, "channels.unknown.not-yet");
    detour.arriveLate();

    after(Duration.ofMinutes(1));
    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(1);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @ParameterizedTest
  @EnumSource(names = {"MASTODON", "GOOGLE_BUSINESS"})
  void whereTwoRequestsMakeOneReplyItIsRepeatedAtOnce(Network which) throws Exception {
    on(which);
    detour.next(door(which), Mishap.LATE);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);
    detour.arriveLate();

    assertThat(network.texts()).containsExactly(TEXT);
  }

  @Test
  void whereTheNetworkCanNotTellAPersonDecides() throws IOException {
    on(Network.YOUTUBE);
    detour.next(door(Network.YOUTUBE), Mishap.LOST);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
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
    on(Network.YOUTUBE);
    detour.next(door(Network.YOUTUBE), Mishap.LATE);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitError(org, id, "channels.unknown.ask");
    after(Duration.ofMinutes(11));
    await().until(() -> delivery(org, id).asksAPerson());
    detour.arriveLate();
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.isNotThere(id, by))).isTrue();

    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
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

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "BLUESKY")
  void aServerThatFailsInTheMiddleIsNotTakenForARefusal(Network which) throws IOException {
    on(which);
    detour.next(door(which), Mishap.GATEWAY_GIVES_UP);
    UUID id = order();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  private UUID orderWithPictures() {
    return order(
        org,
        channel,
        POST,
        TEXT,
        Drawn.plain(60, 40, "A bench in our garden"),
        Drawn.plain(40, 60, "The new entrance"));
  }

  @Test
  void picturesGoOutWithTheirWordsAndStayWhenTheReplyIsChanged() throws IOException {
    on(Network.MASTODON);
    UUID id = orderWithPictures();
    Delivery sent = awaitState(org, id, State.SENT);
    String status = String.valueOf(sent.externalId());
    assertThat(network.media).hasSize(2);
    assertThat(network.media.getFirst().form())
        .contains("name=\"description\"")
        .contains("A bench in our garden")
        .contains("filename=\"picture.png\"");
    assertThat(network.pictures.get(status)).containsExactly("m0", "m1");

    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.edit(id, "Please write to us", by))).isTrue();
    await().until(() -> delivery(org, id).text().equals("Please write to us"));
    assertThat(network.pictures.get(status)).containsExactly("m0", "m1");
  }

  @Test
  void onXEachPictureHasItsWordsBeforeTheReplyNamesIt() throws IOException {
    on(Network.X);
    Delivery sent = awaitState(org, orderWithPictures(), State.SENT);
    assertThat(network.media).hasSize(2);
    assertThat(network.media.getFirst().form())
        .contains("tweet_image")
        .contains("filename=\"picture.png\"");
    assertThat(network.words)
        .isEqualTo(Map.of("m0", "A bench in our garden", "m1", "The new entrance"));
    assertThat(network.pictures.get(String.valueOf(sent.externalId()))).containsExactly("m0", "m1");
  }

  @ParameterizedTest
  @CsvSource({"upload,m1,m2", "metadata,m1,m2"})
  void onXAPictureWhoseAnswerIsLostIsBroughtAgain(String door, String one, String other)
      throws IOException {
    on(Network.X);
    detour.next(door, Mishap.ANSWER_LOST);
    UUID id = orderWithPictures();
    assertThat(awaitError(org, id, "outbound.broken").state()).isEqualTo(State.WAITING);
    after(Duration.ofSeconds(21));
    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(network.words).containsEntry(one, "A bench in our garden");
    assertThat(network.pictures.get(String.valueOf(sent.externalId()))).containsExactly(one, other);
    assertThat(network.texts()).containsExactly(TEXT);
  }

  @Test
  void aReplyWaitsForPicturesThatAreStillBeingPrepared() throws IOException {
    on(Network.MASTODON);
    network.preparing = true;
    UUID id = orderWithPictures();
    Delivery waits = awaitError(org, id, "channels.error.picture-in-work");
    assertThat(waits.state()).isEqualTo(State.WAITING);
    assertThat(network.texts()).isEmpty();

    network.preparing = false;
    after(Duration.ofSeconds(21));
    awaitState(org, id, State.SENT);
    assertThat(network.media).as("not brought again").hasSize(2);
    assertThat(network.pictures.values()).containsExactly(List.of("m0", "m1"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Mishap.class,
      names = {"LOST", "ANSWER_LOST", "GATEWAY_GIVES_UP"})
  void aRepeatNamesTheSamePictures(Mishap mishap) throws IOException {
    on(Network.MASTODON);
    detour.next("statuses", mishap);
    UUID id = orderWithPictures();
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);
    assertThat(network.media).hasSize(2);
    assertThat(network.texts()).containsExactly(TEXT);
    assertThat(network.pictures.values()).containsExactly(List.of("m0", "m1"));
  }

  @Test
  void aPictureWhoseAnswerIsLostIsBroughtAgainAndStandsThereOnce() throws IOException {
    on(Network.MASTODON);
    detour.next("media", Mishap.ANSWER_LOST);
    UUID id = orderWithPictures();
    assertThat(awaitError(org, id, "outbound.broken").state()).isEqualTo(State.WAITING);
    after(Duration.ofSeconds(21));
    awaitState(org, id, State.SENT);
    assertThat(network.pictures.values()).containsExactly(List.of("m1", "m2"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"BLUESKY", "MASTODON", "X"})
  void whereNoPictureCanGoNothingIsKept(Network which) throws IOException {
    on(which);
    assertThatThrownBy(this::orderWithPictures)
        .isInstanceOfSatisfying(
            OrderRefusedException.class,
            refused -> assertThat(refused.key()).isEqualTo("channels.order.no-pictures"));
    assertThat(inOrganization(org, deliveries::counts)).isEmpty();
  }

  @Test
  void aReviewThatWasAnsweredElsewhereKeepsItsAnswer() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    network.put(POST, "An answer by hand", "somebody");
    Delivery refused = awaitState(org, order(), State.REFUSED);
    assertThat(refused.error()).isEqualTo("channels.refused.answered");
    assertThat(network.texts()).containsExactly("An answer by hand");
  }

  @Test
  void aSecondAnswerToAReviewIsNotOrderedWhileTheFirstStandsOrMayStandThere() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    UUID first = order();
    assertThat(refusalOf("accounts/1/locations/2/reviews/" + POST))
        .isEqualTo("channels.order.answered");
    awaitState(org, first, State.SENT);
    assertThat(refusalOf(POST)).isEqualTo("channels.order.answered");
    assertThat(network.texts()).containsExactly(TEXT);

    var by = somebody(org);
    inOrganization(org, () -> deliveries.delete(first, by));
    awaitState(org, first, State.DELETED);
    awaitState(org, order(org, channel, POST, "Another answer"), State.SENT);
    assertThat(network.texts()).containsExactly("Another answer");
  }

  private String refusalOf(String post) {
    try {
      order(org, channel, post, "Another answer");
      return "none";
    } catch (OrderRefusedException refused) {
      return refused.key();
    }
  }

  @Test
  void otherWordsForAnAnswerTakeThePlaceOfOursOnly() throws IOException {
    on(Network.GOOGLE_BUSINESS);
    UUID id = order();
    awaitState(org, id, State.SENT);
    var by = somebody(org);
    inOrganization(org, () -> deliveries.edit(id, "Other words of ours", by));
    await().until(() -> network.texts().equals(List.of("Other words of ours")));
    awaitState(org, id, State.SENT);

    network.kept.clear();
    network.put(POST, "Somebody changed it by hand", "somebody");
    inOrganization(org, () -> deliveries.edit(id, "And again ours", by));
    Delivery refused = awaitState(org, id, State.SENT);
    assertThat(refused.error()).isEqualTo("channels.refused.answered-otherwise");
    assertThat(refused.detail()).contains("by hand");
    assertThat(refused.text()).isEqualTo("Other words of ours");
    assertThat(network.texts()).containsExactly("Somebody changed it by hand");
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
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);
    assertThat(network.texts()).containsExactly(TEXT);
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
