package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.channels.Channels;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Drawn;
import org.bedside.channels.HoldSending;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.Order;
import org.bedside.channels.PostsOfAnAccount;
import org.bedside.listening.bluesky.DataServer;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Replies to the real personal data server of the AT Protocol, over a way that loses things. */
@Timeout(120)
class BlueskyTest extends SendingTest {

  private static final String CREATE = "com.atproto.repo.createRecord";

  private static @Nullable DataServer started;
  private static @Nullable WebServer nobody;
  private static int accounts;

  @Autowired private HoldSending holding;
  @Autowired private Accounts kept;

  private Org org;
  private Detour detour;
  private DataServer.Account ours;
  private PostsOfAnAccount posts;
  private String post = "";
  private UUID channel;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    nobody = new WebServer();
    started = DataServer.start(data, nobody.url(""));
  }

  @AfterAll
  static void end() {
    if (started != null) {
      started.close();
    }
    if (nobody != null) {
      nobody.close();
    }
  }

  private static DataServer server() {
    return Objects.requireNonNull(started);
  }

  @BeforeEach
  void anAccountAndAPost() throws Exception {
    accounts++;
    org = found("Larkspur " + accounts);
    detour = new Detour(server().url());
    ours = server().account("larkspur" + accounts);
    posts = new PostsOfAnAccount(server().url(), ours.did());
    post = server().write(server().account("ana" + accounts), "Nobody answers the telephone");
    channel =
        channel(
            org,
            Network.BLUESKY,
            detour.url(),
            Map.of(Key.USER, ours.handle(), Key.APP_PASSWORD, server().appPassword(ours)));
  }

  @AfterEach
  void theWayIsClosed() {
    detour.close();
  }

  @Test
  void aReplyStandsOnceUnderThePostWithItsLinksAndItsLanguage() throws Exception {
    String text = "Über uns: https://larkspur.example/phone, or #PatientCare";
    UUID id = order(org, channel, post, text);

    Delivery sent = awaitState(org, id, State.SENT);
    JsonNode record = posts.all().getFirst();
    assertThat(posts.texts()).containsExactly(text);
    assertThat(sent.externalId()).isEqualTo(record.path("uri").stringValue(""));
    assertThat(String.valueOf(sent.url()))
        .startsWith("https://bsky.app/profile/" + ours.did() + "/post/");
    assertThat(record.at("/value/reply/parent/uri").stringValue("")).isEqualTo(post);
    assertThat(record.at("/value/reply/root/uri").stringValue("")).isEqualTo(post);
    assertThat(record.at("/value/reply/parent/cid").stringValue("")).startsWith("baf");
    assertThat(record.at("/value/langs/0").stringValue("")).isEqualTo("en");
    JsonNode link = record.at("/value/facets/0");
    assertThat(link.at("/features/0/uri").stringValue(""))
        .isEqualTo("https://larkspur.example/phone");
    assertThat(link.at("/index/byteStart").asInt(0)).as("in bytes").isEqualTo(11);
    assertThat(record.at("/value/facets/1/features/0/tag").stringValue(""))
        .isEqualTo("PatientCare");
    assertThat(recorded(org)).contains("channels.queued", "channels.sent");
  }

  @Test
  void picturesStandInTheRecordWithTheirWordsAndTheirShapeAndAreSmallEnough() throws Exception {
    var small = Drawn.plain(60, 40, "A bench in our garden");
    var large = Drawn.noise(1600, 800, "The new entrance, with a ramp");
    assertThat(large.content().length).isGreaterThan(1_000_000);

    awaitState(org, order(org, channel, post, "Please call us", small, large), State.SENT);

    JsonNode embed = posts.all().getFirst().at("/value/embed");
    assertThat(embed.path("$type").stringValue("")).isEqualTo("app.bsky.embed.images");
    assertThat(embed.path("images").size()).isEqualTo(2);
    JsonNode first = embed.at("/images/0");
    assertThat(first.path("alt").stringValue("")).isEqualTo("A bench in our garden");
    assertThat(first.at("/aspectRatio/width").asInt(0)).isEqualTo(60);
    assertThat(first.at("/aspectRatio/height").asInt(0)).isEqualTo(40);
    assertThat(posts.blob(first.at("/image/ref/$link").stringValue(""))).isEqualTo(small.content());
    JsonNode second = embed.at("/images/1");
    assertThat(second.path("alt").stringValue("")).isEqualTo("The new entrance, with a ramp");
    assertThat(second.at("/image/mimeType").stringValue("")).isEqualTo("image/jpeg");
    assertThat(second.at("/image/size").asInt(0)).isBetween(1, 1_000_000);
    assertThat(second.at("/aspectRatio/width").asInt(0))
        .isEqualTo(2 * second.at("/aspectRatio/height").asInt(0));
  }

  @Test
  void aPictureWhoseAnswerIsLostIsBroughtAgainAndNobodyIsInDoubtAboutTheReply() throws Exception {
    detour.next("com.atproto.repo.uploadBlob", Mishap.ANSWER_LOST);
    UUID id = order(org, channel, post, "Please call us", Drawn.plain(60, 40, "A bench"));

    assertThat(awaitError(org, id, "outbound.broken").state()).isEqualTo(State.WAITING);
    assertThat(detour.seen(CREATE)).isZero();
    after(Duration.ofSeconds(21));
    awaitState(org, id, State.SENT);
    assertThat(posts.all().getFirst().at("/value/embed/images").size()).isEqualTo(1);
  }

  @Test
  void aReplyThatIsSentAgainOrChangedHasItsPicturesOnce() throws Exception {
    detour.next(CREATE, Mishap.LOST);
    UUID id = order(org, channel, post, "Plese call us", Drawn.plain(60, 40, "A bench"));
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(2);
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.edit(id, "Please call us", by))).isTrue();
    awaitState(org, id, State.SENT);
    await().until(() -> delivery(org, id).text().equals("Please call us"));

    assertThat(posts.texts()).containsExactly("Please call us");
    assertThat(posts.all().getFirst().at("/value/embed/images").size()).isEqualTo(1);
  }

  @Test
  void picturesAreDeletedThirtyDaysAfterTheReplyIsThere() throws Exception {
    UUID id = order(org, channel, post, "Please call us", Drawn.plain(60, 40, "A bench"));
    awaitState(org, id, State.SENT);
    after(Duration.ofDays(29));
    doWhatIsDue(org);
    assertThat(pictures(id)).isEqualTo(1);

    after(Duration.ofDays(2));
    await().until(() -> pictures(id) == 0);
    assertThat(delivery(org, id).state()).isEqualTo(State.SENT);
  }

  private long pictures(UUID delivery) {
    return across
        .jdbc()
        .sql("select count(*) from delivery_picture where delivery_id = ?")
        .param(delivery)
        .query(Long.class)
        .single();
  }

  @Test
  void anAnswerWithinAThreadNamesItsBeginningToo() throws Exception {
    UUID first = order(org, channel, post, "Please call us");
    String reply = Objects.requireNonNull(awaitState(org, first, State.SENT).externalId());

    awaitState(org, order(org, channel, reply, "Or write to us"), State.SENT);
    JsonNode second =
        posts.all().stream()
            .filter(one -> one.at("/value/text").stringValue("").equals("Or write to us"))
            .findFirst()
            .orElseThrow();
    assertThat(second.at("/value/reply/parent/uri").stringValue("")).isEqualTo(reply);
    assertThat(second.at("/value/reply/root/uri").stringValue("")).isEqualTo(post);
  }

  @Test
  void anOrderThatIsGivenTwiceIsOneDelivery() throws Exception {
    Order order = Order.of(UUID.randomUUID(), channel, post, null, "Please call us", "en");
    UUID first = order(org, order);
    assertThat(order(org, order)).isEqualTo(first);
    awaitState(org, first, State.SENT);
    assertThat(order(org, order)).isEqualTo(first);

    assertThat(posts.texts()).containsExactly("Please call us");
  }

  @Test
  void whereTheAnswerIsLostItIsUnknownUntilTheNetworkIsAskedAndThenSentAndThereOnce()
      throws Exception {
    detour.next(CREATE, Mishap.ANSWER_LOST);
    UUID id = order(org, channel, post, "Please call us");

    Delivery unknown = awaitState(org, id, State.UNKNOWN);
    assertThat(unknown.externalId()).isNull();
    after(Duration.ofSeconds(20));
    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(sent.externalId()).isEqualTo(posts.all().getFirst().path("uri").stringValue(""));
    assertThat(posts.texts()).containsExactly("Please call us");
    assertThat(detour.seen(CREATE)).isEqualTo(1);
  }

  @Test
  void whereAGatewayGaveUpItIsNotTakenForARefusal() throws Exception {
    detour.next(CREATE, Mishap.GATEWAY_GIVES_UP);
    UUID id = order(org, channel, post, "Please call us");

    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly("Please call us");
  }

  @Test
  void whereTheRequestIsLostItIsSentAgainOnceTheNetworkSaysThatItIsNotThere() throws Exception {
    detour.next(CREATE, Mishap.LOST);
    UUID id = order(org, channel, post, "Please call us");

    awaitState(org, id, State.UNKNOWN);
    assertThat(posts.texts()).isEmpty();
    after(Duration.ofSeconds(20));
    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(2);
    assertThat(posts.texts()).containsExactly("Please call us");
  }

  @Test
  void aFirstRequestThatArrivesAfterTheSecondMakesNoSecondReply() throws Exception {
    detour.next(CREATE, Mishap.LATE);
    UUID id = order(org, channel, post, "Please call us");
    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(20));
    awaitState(org, id, State.SENT);

    assertThat(detour.arriveLate()).isEqualTo(1);
    assertThat(posts.texts()).containsExactly("Please call us");
  }

  @Test
  void aSecondRequestAfterALateFirstOneFindsItAndClaimsNothingWrong() throws Exception {
    detour.next(CREATE, Mishap.LATE);
    UUID id = order(org, channel, post, "Please call us");
    awaitState(org, id, State.UNKNOWN);
    // It arrives between the look and the second request.
    detour.next(CREATE, Mishap.WAITS_BEFORE);
    after(Duration.ofSeconds(20));
    await().until(() -> detour.seen(CREATE) == 2);
    detour.arriveLate();
    detour.openUp();

    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(40));
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly("Please call us");
  }

  @Test
  void whatIsInDoubtCanNotBeStoppedAndNothingIsSentWhileItIsHeld() throws Exception {
    detour.next(CREATE, Mishap.LATE);
    UUID id = order(org, channel, post, "Please call us");
    awaitState(org, id, State.UNKNOWN);
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.cancel(id, by))).isFalse();

    inOrganization(org, () -> holding.hold(by));
    after(Duration.ofSeconds(20));
    awaitError(org, id, "channels.unknown.not-yet");
    assertThat(detour.seen(CREATE)).isEqualTo(1);
    after(Duration.ofMinutes(11));
    awaitState(org, id, State.WAITING);
    assertThat(inOrganization(org, () -> deliveries.cancel(id, by))).isTrue();
    assertThat(posts.texts()).isEmpty();
  }

  @Test
  void whatIsHeldWaitsAndGoesOutOnceItIsLetGo() throws Exception {
    var by = somebody(org);
    inOrganization(org, () -> holding.hold(by));
    UUID id = order(org, channel, post, "Please call us");
    UUID stopped = order(org, channel, post, "This one never");
    after(Duration.ofMinutes(1));
    doWhatIsDue(org);
    assertThat(delivery(org, id).state()).isEqualTo(State.WAITING);
    assertThat(inOrganization(org, () -> deliveries.cancel(stopped, by))).isTrue();
    assertThat(detour.seen(CREATE)).isZero();

    inOrganization(org, () -> holding.release(by));
    after(Duration.ofSeconds(1));
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly("Please call us");
    assertThat(delivery(org, stopped).state()).isEqualTo(State.CANCELLED);
    assertThat(inOrganization(org, () -> deliveries.cancel(id, by))).as("too late").isFalse();
  }

  @Test
  void whatIsTooLateIsNotSentAnyMore() throws Exception {
    var by = somebody(org);
    inOrganization(org, () -> channels.pause(channel, true, by));
    UUID id =
        order(
            org,
            new Order(
                UUID.randomUUID(),
                channel,
                post,
                null,
                "Today only",
                "en",
                List.of(),
                clock.instant().plus(Duration.ofHours(1))));
    after(Duration.ofMinutes(61));
    awaitState(org, id, State.EXPIRED);
    inOrganization(org, () -> channels.pause(channel, false, by));
    after(Duration.ofMinutes(1));
    doWhatIsDue(org);
    assertThat(delivery(org, id).state()).isEqualTo(State.EXPIRED);
    assertThat(posts.texts()).isEmpty();
  }

  @Test
  void wordsAreChangedInPlaceAndAReplyIsTakenDownOnce() throws Exception {
    UUID id = order(org, channel, post, "Plese call us");
    awaitState(org, id, State.SENT);
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.edit(id, "Please call us", by))).isTrue();
    awaitError(org, id, null);
    Delivery changed = awaitState(org, id, State.SENT);
    assertThat(changed.text()).isEqualTo("Please call us");
    assertThat(posts.texts()).containsExactly("Please call us");
    assertThat(posts.all().getFirst().at("/value/reply/parent/uri").stringValue(""))
        .isEqualTo(post);

    detour.next("com.atproto.repo.deleteRecord", Mishap.ANSWER_LOST);
    assertThat(inOrganization(org, () -> deliveries.delete(id, by))).isTrue();
    awaitError(org, id, "outbound.broken");
    assertThat(delivery(org, id).state()).as("until it says so").isEqualTo(State.DELETING);
    after(Duration.ofMinutes(1));
    awaitState(org, id, State.DELETED);
    assertThat(posts.texts()).isEmpty();
  }

  @Test
  void aPostThatIsGoneIsARefusalAndNothingStandsAnywhere() throws Exception {
    String gone = server().write(ours, "A post that goes");
    server().delete(ours, gone);
    UUID id = order(org, channel, gone, "Please call us");

    Delivery refused = awaitState(org, id, State.REFUSED);
    assertThat(refused.error()).isEqualTo("channels.refused.gone");
    assertThat(detour.seen(CREATE)).isZero();
  }

  @Test
  void keysThatWorkSayWhoseTheyAreAndOthersAreSaidToBeWrong() throws Exception {
    assertThat(check(org, channel))
        .isEqualTo(new Channels.Checked.Works("@" + ours.handle().toLowerCase(Locale.ROOT)));
    UUID wrong =
        channel(
            org,
            Network.BLUESKY,
            detour.url(),
            Map.of(Key.USER, ours.handle(), Key.APP_PASSWORD, "not-the-one"));
    assertThat(check(org, wrong))
        .isEqualTo(new Channels.Checked.Fails("channels.error.sign-in", ""));

    UUID id = order(org, wrong, post, "Please call us");
    Delivery waits = awaitError(org, id, "channels.error.sign-in");
    assertThat(waits.state()).isEqualTo(State.WAITING);
    assertThat(posts.texts()).isEmpty();
  }

  @Test
  void tokensAreKeptFromOneReplyToTheNextAndRenewedWhenTheyAreOver() throws Exception {
    awaitState(org, order(org, channel, post, "One"), State.SENT);
    awaitState(org, order(org, channel, post, "Two"), State.SENT);
    assertThat(detour.seen("com.atproto.server.createSession")).isEqualTo(1);

    // What refreshes can't be used to write: the server calls it an invalid token.
    inOrganization(
        org,
        () -> {
          Keys keys = Objects.requireNonNull(kept.find(channel).orElseThrow().keys());
          kept.keep(channel, keys.with(Keys.ACCESS, keys.get(Keys.REFRESH)), clock.instant());
        });
    awaitState(org, order(org, channel, post, "Three"), State.SENT);
    assertThat(detour.seen("com.atproto.server.refreshSession")).isEqualTo(1);
    assertThat(posts.texts()).containsExactlyInAnyOrder("One", "Two", "Three");
  }
}
