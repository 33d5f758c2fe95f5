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

  private static final String TEXT = "Please call us";

  @Autowired private HoldSending holding;

  /** A reply whose request meets with that, so that nobody knows what became of it. */
  private UUID inDoubt(Mishap mishap) {
    detour.next(CREATE, mishap);
    UUID id = order(org, channel, post, TEXT);
    awaitState(org, id, State.UNKNOWN);
    return id;
  }

  /** Lets the network be asked what became of it. */
  private void look() {
    after(Duration.ofSeconds(20));
  }

  @Test
  void whereTheAnswerIsLostItIsUnknownUntilTheNetworkIsAskedAndThenSentAndThereOnce()
      throws Exception {
    UUID id = inDoubt(Mishap.ANSWER_LOST);
    assertThat(delivery(org, id).externalId()).isNull();
    look();
    Delivery sent = awaitState(org, id, State.SENT);
    assertThat(sent.externalId()).isEqualTo(posts.all().getFirst().path("uri").stringValue(""));
    assertThat(posts.texts()).containsExactly(TEXT);
    assertThat(detour.seen(CREATE)).isEqualTo(1);
  }

  @Test
  void whereAGatewayGaveUpItIsNotTakenForARefusal() throws Exception {
    UUID id = inDoubt(Mishap.GATEWAY_GIVES_UP);
    look();
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly(TEXT);
  }

  @Test
  void whereTheRequestIsLostItIsSentAgainOnceTheNetworkSaysThatItIsNotThere() throws Exception {
    UUID id = inDoubt(Mishap.LOST);
    assertThat(posts.texts()).isEmpty();
    look();
    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(2);
    assertThat(posts.texts()).containsExactly(TEXT);
  }

  @Test
  void aFirstRequestThatArrivesAfterTheSecondMakesNoSecondReply() throws Exception {
    UUID id = inDoubt(Mishap.LATE);
    look();
    awaitState(org, id, State.SENT);

    assertThat(detour.arriveLate()).isEqualTo(1);
    assertThat(posts.texts()).containsExactly(TEXT);
  }

  @Test
  void aSecondRequestAfterALateFirstOneFindsItAndClaimsNothingWrong() throws Exception {
    UUID id = inDoubt(Mishap.LATE);
    // It arrives between the look and the second request.
    detour.next(CREATE, Mishap.WAITS_BEFORE);
    look();
    await().until(() -> detour.seen(CREATE) == 2);
    assertThat(detour.arriveLate()).isEqualTo(1);
    detour.openUp();

    awaitState(org, id, State.UNKNOWN);
    after(Duration.ofSeconds(40));
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly(TEXT);
  }

  @Test
  void whatIsInDoubtCanNotBeStoppedAndNothingIsSentWhileItIsHeld() throws Exception {
    UUID id = inDoubt(Mishap.LATE);
    var by = somebody(org);
    assertThat(inOrganization(org, () -> deliveries.cancel(id, by))).isFalse();

    inOrganization(org, () -> holding.hold(by));
    look();
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
    UUID id = order(org, channel, post, TEXT);
    UUID stopped = order(org, channel, post, "This one never");
    after(Duration.ofMinutes(1));
    doWhatIsDue(org);
    assertThat(delivery(org, id).state()).isEqualTo(State.WAITING);
    assertThat(inOrganization(org, () -> deliveries.cancel(stopped, by))).isTrue();
    assertThat(detour.seen(CREATE)).isZero();

    inOrganization(org, () -> holding.release(by));
    after(Duration.ofSeconds(1));
    awaitState(org, id, State.SENT);
    assertThat(posts.texts()).containsExactly(TEXT);
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
