package org.bedside.channels.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.bedside.channels.Delivery.State;
import org.bedside.channels.Detour.Mishap;
import org.bedside.channels.Drawn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Replies with pictures. */
class BlueskyPicturesTest extends OnBluesky {

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
}
