package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.channels.Channels;
import org.bedside.channels.Drawn;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.privacy.ReplyPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures of a reply on their way into an order. */
class PicturesGoOutTest extends BedsideTest {

  private static final String SAFE = "Thank you for sharing your feedback.";
  private static final String DISCLOSING = "Our patient after the surgery that we did on Monday";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Channels channels;
  @Autowired private Replies replies;
  @Autowired private ReplyParts parts;
  @Autowired private SentReplies sent;

  private record Waiting(Org org, long id, UUID channel, SignedIn by) {}

  @Test
  void aPictureLeavesWithTheReplyAndStaysWithTheDraftToo() {
    Waiting one = waiting("mastodon", Network.MASTODON);
    attach(one, "A bench in our garden");

    assertThat(send(one)).isInstanceOf(SentReplies.Result.Leaving.class);

    assertThat(leaving(one)).containsExactly("A bench in our garden");
    assertThat(count("reply_picture", one)).isEqualTo(1);
  }

  @Test
  void whereItTakesNoneItIsSaidBeforeAnythingIsOrdered() {
    Waiting one = waiting("google", Network.GOOGLE_BUSINESS);
    attach(one, "A bench in our garden");

    assertThat(send(one)).isEqualTo(new SentReplies.Result.Unfit("reply.no-pictures-there", ""));
    assertThat(count("delivery", one)).isZero();
  }

  @Test
  void whatAPictureIsSaidToShowCanNotDiscloseEither() {
    Waiting one = waiting("mastodon", Network.MASTODON);
    attach(one, DISCLOSING);

    assertThat(send(one))
        .isInstanceOfSatisfying(
            SentReplies.Result.Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo("reply.picture-blocked"));
    assertThat(count("delivery", one)).isZero();
    assertThat(inOrganization(one.org(), () -> replies.markPosted(one.id(), SAFE, null, one.by())))
        .isInstanceOfSatisfying(
            ReplyPolicy.Decision.Rejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo("reply.picture-blocked"));
  }

  private SentReplies.Result send(Waiting one) {
    return inOrganization(
        one.org(), () -> sent.send(one.id(), SAFE, one.channel(), null, one.by()));
  }

  private void attach(Waiting one, String alt) {
    Picture picture = Picture.of(Drawn.plain(60, 40, alt).content());
    inOrganization(
        one.org(),
        () -> {
          replies.keepDraft(one.id(), SAFE, one.by());
          parts.attach(one.id(), picture, alt, one.by());
        });
  }

  private List<String> leaving(Waiting one) {
    return inOrganization(
        one.org(),
        () ->
            across
                .jdbc()
                .sql("select alt from delivery_picture where organization_id = ? order by place")
                .param(one.org().id().value())
                .query((row, i) -> row.getString("alt"))
                .list());
  }

  private long count(String table, Waiting one) {
    return across
        .jdbc()
        .sql("select count(*) from " + table + " where organization_id = ?")
        .param(one.org().id().value())
        .query(Long.class)
        .single();
  }

  /** A post that a network brought, and an account there that lets nothing out. */
  private Waiting waiting(String connector, Network network) {
    Org org = found("Larkspur on " + network);
    SignedIn by = somebody(org);
    Map<Key, String> keys = new EnumMap<>(Key.class);
    Key.of(network).forEach(key -> keys.put(key, "accounts/1/locations/2"));
    UUID source = inOrganization(org, () -> sources.named("Posts", Source.Kind.FILE, by).id());
    across.jdbc().sql("update source set kind = 'FEED' where id = ?").param(source).update();
    across
        .jdbc()
        .sql(
            """
            insert into source_state (source_id, organization_id, connector, next_poll_at)
            values (?, ?, ?, now() + interval '10 years')
            """)
        .params(source, org.id().value(), connector)
        .update();
    UUID channel =
        inOrganization(
            org,
            () -> {
              UUID added =
                  channels.add(
                      new NewChannel(
                          network, "Main campus", URI.create("https://social.example"), keys),
                      by);
              channels.pause(added, true, by);
              intake.receive(
                  source,
                  List.of(
                      new RawPost(
                          "777",
                          "I waited four hours and nobody came. Horrible.",
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          null,
                          clock.instant(),
                          null)));
              return added;
            });
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
    long id =
        across
            .jdbc()
            .sql("select id from inbox_case where organization_id = ?")
            .param(org.id().value())
            .query(Long.class)
            .single();
    return new Waiting(org, id, channel, by);
  }
}
