package org.bedside.channels.sending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.channels.Delivery;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Network;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Pictures of replies on the networks that take some, and on those that take none. */
class NetworkPicturesTest extends OnANetwork {

  @Test
  void picturesGoOutWithTheirWordsAndStayWhenTheReplyIsChanged() throws IOException {
    on(Network.MASTODON);
    UUID id = order(twoPictures());
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
    Delivery sent = awaitState(org, order(twoPictures()), State.SENT);
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
    UUID id = order(twoPictures());
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
    UUID id = order(twoPictures());
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
    UUID id = inDoubt(Network.MASTODON, mishap, twoPictures());
    look();
    awaitState(org, id, State.SENT);
    assertThat(network.media).hasSize(2);
    assertThat(network.texts()).containsExactly(TEXT);
    assertThat(network.pictures.values()).containsExactly(List.of("m0", "m1"));
  }

  /** What a status took is hidden from whoever asks for it, so that it looks as if it were gone. */
  @Test
  void aRepeatNamesThePicturesThatALateFirstRequestTookMeanwhile() throws IOException {
    UUID id = inDoubt(Network.MASTODON, Mishap.LATE, twoPictures());
    network.on(
        "/api/v1/accounts/" + FakeNetwork.ACCOUNT + "/statuses",
        exchange -> {
          arriveLate();
          WebServer.send(exchange, 200, "application/json", "[]".getBytes(UTF_8));
        });
    look();

    assertThat(awaitState(org, id, State.SENT).attempts()).isEqualTo(2);
    assertThat(network.media).as("not brought again").hasSize(2);
    assertThat(network.texts()).containsExactly(TEXT);
    assertThat(network.pictures.values()).containsExactly(List.of("m0", "m1"));
  }

  private void arriveLate() throws IOException {
    try {
      detour.arriveLate();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aPictureWhoseAnswerIsLostIsBroughtAgainAndStandsThereOnce() throws IOException {
    on(Network.MASTODON);
    detour.next("media", Mishap.ANSWER_LOST);
    UUID id = order(twoPictures());
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
    assertThat(refusalOf(POST, TEXT, twoPictures())).isEqualTo("channels.order.no-pictures");
    assertThat(inOrganization(org, deliveries::counts)).isEmpty();
  }
}
