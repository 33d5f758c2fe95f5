package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bedside.channels.Channels;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Replies to the real personal data server of the AT Protocol. */
class BlueskyTest extends OnBluesky {

  @Autowired private Accounts kept;

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
