package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.HoldSending;
import org.bedside.channels.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests and answers that are lost or late, and what is held: nothing stands twice. */
class BlueskyInDoubtTest extends OnBluesky {

  @Autowired private HoldSending holding;

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
}
