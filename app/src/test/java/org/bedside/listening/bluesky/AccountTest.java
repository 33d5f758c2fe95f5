package org.bedside.listening.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class AccountTest extends PollingContract {

  private static final String A1 = "at://" + AppView.ANA + "/app.bsky.feed.post/a1";
  private static final String A2 = "at://" + AppView.ANA + "/app.bsky.feed.post/a2";

  private final AppView view = AppView.withTwo();

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new Account(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base, cursor, login());
  }

  private static Credential login() {
    return Credential.login("@larkspur.test", "abcd-efgh-ijkl-mnop");
  }

  @Override
  protected WebServer.Page healthy() {
    return view;
  }

  @Override
  protected List<String> keys() {
    return List.of(A1, A2);
  }

  @Test
  void anAnswerComesWithItsQuestionItsAuthorAndItsReach() {
    network.behaves(view);
    RawPost answer = post(heard(null, login()), A1);
    assertThat(answer.question()).isEqualTo("How was your stay?");
    assertThat(answer.replyTo()).isEqualTo("at://" + AppView.OURS + "/app.bsky.feed.post/q1");
    assertThat(answer.author()).isEqualTo("ana.test");
    assertThat(answer.reach()).isEqualTo(new Reach(null, 3L, 6L, 1L, null));
  }

  @Test
  void theTokensOfASignInAreKeptAndUsedAgain() {
    network.behaves(view);
    Heard.Posts first = heard(null, login());
    Credential kept = java.util.Objects.requireNonNull(first.renewed());
    Heard.Posts second = heard(first.cursor(), kept);
    assertThat(view.signIns).isEqualTo(1);
    assertThat(second.renewed()).isNull();
  }

  @Test
  void anExpiredTokenIsRenewedAndTheNewPairIsKeptWhateverHappensNext() {
    network.behaves(view);
    Credential kept = java.util.Objects.requireNonNull(heard(null, login()).renewed());
    view.access = "another";
    Credential renewed = java.util.Objects.requireNonNull(heard(null, kept).renewed());
    assertThat(view.refreshes).isEqualTo(1);
    assertThat(renewed.get("refresh_token"))
        .isEqualTo(view.refresh)
        .isNotEqualTo(kept.get("refresh_token"));

    view.access = "another";
    network.behaves(
        exchange -> {
          if (exchange.getRequestURI().getPath().endsWith("getPosts")) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            view.answer(exchange);
          }
        });
    assertThat(connector.listen(new Target(network.url("/"), null, renewed)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble ->
                assertThat(trouble.renewed())
                    .isNotNull()
                    .satisfies(c -> assertThat(c.get("refresh_token")).isEqualTo(view.refresh)));
  }

  @Test
  void whereTheRefreshTokenHasExpiredTooThePasswordSignsInAgain() {
    network.behaves(view);
    Credential old = login().with("access_token", "old").with("refresh_token", "old");
    assertThat(heard(null, old).posts()).hasSize(2);
    assertThat(view.signIns).isEqualTo(1);
  }

  @Test
  void aPasswordThatIsNotAcceptedIsTold() {
    network.behaves(view);
    view.password = "another";
    Heard heard = connector.listen(new Target(network.url("/"), null, login()));
    assertThat(heard)
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              assertThat(trouble.code()).isEqualTo("bluesky.password-refused");
              told(trouble);
            });
  }

  @Test
  void theNetworksOwnLimitHeaderIsReadWhereItSendsNoOther() {
    network.behaves(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("RateLimit-Reset", Long.toString(NOW.plusSeconds(900).getEpochSecond()));
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.retryAfter()).isEqualTo(Duration.ofMinutes(15)));
  }

  @Test
  void anEditAndANewReachComeWithTheNextListening() {
    network.behaves(view);
    String cursor = heard(null, login()).cursor();
    view.notifications.clear();
    ObjectNode post = java.util.Objects.requireNonNull(view.posts.get(A1));
    ((ObjectNode) post.get("record")).put("text", "The nurses were very kind");
    post.put("likeCount", 30);
    RawPost again = post(heard(cursor, login()), A1);
    assertThat(again.text()).isEqualTo("The nurses were very kind");
    assertThat(again.reach()).isEqualTo(new Reach(null, 30L, 6L, 1L, null));
  }

  @Test
  void whatIsGoneIsReportedWhenItIsMissingTwice() {
    network.behaves(view);
    String cursor = heard(null, login()).cursor();
    view.notifications.clear();
    view.posts.remove(A1);
    Heard.Posts once = heard(cursor, login());
    assertThat(once.withdrawn()).isEmpty();
    Heard.Posts twice = heard(once.cursor(), login());
    assertThat(twice.withdrawn()).containsExactly(A1);
    assertThat(heard(twice.cursor(), login()).withdrawn()).isEmpty();
  }

  @Test
  void aLongListIsHeardPageByPageWithProgressAndAfterwardsOnlyItsHead() {
    for (int i = 0; i < 300; i++) {
      String uri =
          view.post(
              AppView.ANA,
              "n" + i,
              "Post " + i,
              NOW.minus(Duration.ofDays(2)).minus(Duration.ofMinutes(i)).toString(),
              "");
      view.notifications.add(new String[] {uri, "mention"});
    }
    network.behaves(view);
    Heard.Posts first = heard(null, login());
    assertThat(first.again()).isEqualTo(Duration.ZERO);
    assertThat(first.backTo()).isNotNull();
    All all = all(null);
    assertThat(all.posts.stream().map(RawPost::externalId).distinct()).hasSize(302);

    int before = network.asked().size();
    all(all.cursor);
    assertThat(network.asked().subList(before, network.asked().size()))
        .filteredOn(asked -> asked.contains("listNotifications"))
        .hasSize(1);
  }

  @Test
  void aLookShowsTheLatest() {
    network.behaves(view);
    assertThat(connector.look(network.url("/"), login()))
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> assertThat(found.candidates().getFirst().posts()).hasSize(2));
  }

  private Heard.Posts heard(@Nullable String cursor, Credential credential) {
    Heard heard = connector.listen(new Target(network.url("/"), cursor, credential));
    assertThat(heard).isInstanceOf(Heard.Posts.class);
    return (Heard.Posts) heard;
  }

  private static RawPost post(Heard.Posts heard, String key) {
    return heard.posts().stream()
        .filter(post -> key.equals(post.externalId()))
        .findFirst()
        .orElseThrow();
  }
}
