package org.bedside.listening.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MastodonConnectorTest extends PollingContract {

  private final FakeServer server = new FakeServer();

  @BeforeEach
  void somebodyHasPosted() {
    server.post("103", "<p>Kind nurses at <a href='x'>#<span>mercy</span></a>.</p><p>Thanks!</p>");
    server.post("107", "A long wait &amp; no chair");
  }

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new MastodonConnector(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/tags/mercy"), cursor, null);
  }

  @Override
  protected WebServer.Page healthy() {
    return server::answer;
  }

  @Override
  protected List<String> keys() {
    return List.of("103", "107");
  }

  @Test
  void aPostIsReadAsItLooksWithItsAuthorItsReachAndWhatItAnswers() {
    server.statuses.clear();
    server.statuses.put(
        "110",
        FakeServer.status("110", "<p>Look</p>", "")
            .replace(
                "\"media_attachments\":[]",
                "\"media_attachments\":[{\"description\":\"A full ward\"}]")
            .replace("\"in_reply_to_id\":null", "\"in_reply_to_id\":\"99\"")
            .replace("\"spoiler_text\":\"\"", "\"spoiler_text\":\"Blood\""));
    network.behaves(healthy());

    RawPost post = all(null).posts.getFirst();
    assertThat(post.text()).isEqualTo("Look\nA full ward");
    assertThat(post.title()).isEqualTo("Blood");
    assertThat(post.author()).startsWith("@ada@127.0.0.1");
    assertThat(post.url()).isEqualTo("https://social.example/@ada/110");
    assertThat(post.replyTo()).isEqualTo("99");
    assertThat(post.reach()).isEqualTo(new Reach(40L, 3L, 3L, 1L, null));
  }

  @Test
  void whatIsNotForAllIsNotTakenAndWhatIsNoMoreIsWithdrawn() {
    server.statuses.put(
        "111", FakeServer.status("111", "to friends", "").replace("\"public\"", "\"private\""));
    network.behaves(healthy());
    All first = all(null);
    assertThat(first.posts).extracting(RawPost::externalId).doesNotContain("111");

    server.statuses.computeIfPresent("107", (id, json) -> json.replace("\"public\"", "\"direct\""));
    assertThat(all(first.cursor).withdrawn).containsExactly("107");
  }

  @Test
  void aBoostBringsThePostThatWasBoosted() {
    server.statuses.put(
        "130",
        "{\"id\":\"130\",\"content\":\"\",\"visibility\":\"public\",\"account\":{\"acct\":\"bo\"},\"reblog\":"
            + FakeServer.status("90", "the first words", "")
            + "}");
    network.behaves(healthy());
    assertThat(all(null).posts)
        .extracting(RawPost::externalId)
        .contains("90")
        .doesNotContain("130");
  }

  @Test
  void olderPostsAreFetchedPageByPageAndPeopleSeeHowFarBack() {
    for (int i = 200; i < 290; i++) {
      server.post("" + i, "post " + i);
    }
    network.behaves(healthy());
    Heard first = connector.listen(target(network.url("/"), null));
    assertThat(first)
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts -> {
              assertThat(posts.posts()).hasSize(40);
              assertThat(posts.again()).isZero();
              assertThat(posts.backTo()).isNotNull();
            });
    assertThat(all(((Heard.Posts) first).cursor()).posts)
        .extracting(RawPost::externalId)
        .contains("200", "249", "107", "103");
  }

  @Test
  void newPostsAreAllFetchedHoweverManyCameSinceTheLastTime() {
    network.behaves(healthy());
    All first = all(null);
    for (int i = 200; i < 333; i++) {
      server.post("" + i, "post " + i);
    }
    All second = all(first.cursor);
    assertThat(second.posts).extracting(RawPost::externalId).contains("200", "266", "332");
    assertThat(second.posts.size()).isLessThan(160);
  }

  @Test
  void aPostThatComesInLateFromAnotherServerIsHeard() {
    server.post("117020593741189701", "on time");
    network.behaves(healthy());
    All first = all(null);
    server.post("117020593741000000", "written before, arrived after");
    assertThat(all(first.cursor).posts)
        .extracting(RawPost::externalId)
        .contains("117020593741000000");
  }

  @Test
  void editsAndDeletionsAreFoundByAskingAgain() {
    network.behaves(healthy());
    All first = all(null);
    server.statuses.put("103", FakeServer.status("103", "Kind nurses, edited", ""));
    server.statuses.remove("107");

    All second = all(first.cursor);
    assertThat(second.posts).extracting(RawPost::text).containsExactly("Kind nurses, edited");
    assertThat(second.withdrawn).containsExactly("107");
    assertThat(all(second.cursor).withdrawn).isEmpty();
  }

  @Test
  void aServerThatGivesOnePostAtATimeIsAskedSo() {
    server.oneByOne = true;
    network.behaves(healthy());
    All first = all(null);
    server.statuses.put("103", FakeServer.status("103", "Kind nurses, edited", ""));
    server.statuses.remove("107");
    All second = all(first.cursor);
    assertThat(second.posts).extracting(RawPost::text).contains("Kind nurses, edited");
    assertThat(second.withdrawn).containsExactly("107");
  }

  @Test
  void aServerInTroubleDeletesNothing() {
    network.behaves(healthy());
    All first = all(null);
    network.behaves(
        exchange -> {
          if (exchange.getRequestURI().getPath().contains("/statuses")) {
            exchange.sendResponseHeaders(500, -1);
          } else {
            server.answer(exchange);
          }
        });
    assertThat(all(first.cursor).withdrawn).isEmpty();
  }

  @Test
  void aServerThatWasSetUpAnewIsHeardAgain() {
    network.behaves(healthy());
    String cursor = all(null).cursor;
    server.statuses.clear();
    server.post("5", "a new beginning");
    All heard = all(cursor);
    for (int i = 0; i < 14 && heard.posts.isEmpty(); i++) {
      heard = all(heard.cursor);
    }
    assertThat(heard.posts).extracting(RawPost::externalId).containsExactly("5");

    server.post("6", "and what follows it");
    assertThat(all(heard.cursor).posts).extracting(RawPost::externalId).contains("6");
  }

  @Test
  void whenFewRequestsAreLeftItWaitsUntilTheServerCountsAnew() {
    server.headers.put("X-RateLimit-Limit", "300");
    server.headers.put("X-RateLimit-Remaining", "3");
    server.headers.put("X-RateLimit-Reset", "2026-11-22T18:04:00.123456Z");
    network.behaves(healthy());
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts ->
                assertThat(posts.again()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5)));
  }

  @Test
  void aRefusalForTooManyRequestsSaysUntilWhen() {
    network.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("X-RateLimit-Reset", "2026-11-22T19:00:00Z");
          exchange.sendResponseHeaders(429, -1);
        });
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.retryAfter()).isEqualTo(Duration.ofHours(1)));
  }

  @Test
  void aServerForMembersAsksForATokenAndOpensWithOne() {
    server.closed = true;
    network.behaves(healthy());
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("mastodon.wants-token"));
    Credential token = Credential.of(Map.of("access_token", "secret"));
    assertThat(connector.listen(new Target(network.url("/lists/4"), null, token)))
        .isInstanceOf(Heard.Posts.class);
    assertThat(network.asked()).last().asString().startsWith("GET /api/v1/timelines/list/4?");
  }

  @Test
  void addressesAreFoundAsPeopleWriteThem() {
    network.behaves(healthy());
    String at = network.url("/").getRawAuthority();
    for (String written :
        List.of("/tags/mercy", "/public/local", "/@ada", "/api/v1/timelines/tag/x", "")) {
      Look look = connector.look(network.url(written), null);
      assertThat(look)
          .as(written)
          .isInstanceOfSatisfying(
              Look.Found.class,
              found ->
                  assertThat(found.candidates())
                      .allSatisfy(
                          candidate -> {
                            assertThat(candidate.posts()).hasSize(2);
                            Target target = new Target(candidate.url(), null, null);
                            assertThat(connector.listen(target)).isInstanceOf(Heard.Posts.class);
                          }));
    }
    assertThat(connector.look(URI.create("http://@ada@" + at), null))
        .isInstanceOfSatisfying(
            Look.Found.class,
            found ->
                assertThat(found.candidates().getFirst().url().getPath())
                    .isEqualTo("/api/v1/accounts/7/statuses"));
    assertThat(connector.accepts(URI.create("https://news.example/2026/11/article"))).isFalse();
    network.answers(200, "text/html", "<html>a shop</html>");
    assertThat(connector.look(network.url("/"), null))
        .isEqualTo(new Look.Nothing("mastodon.none", "127.0.0.1"));
  }
}
