package org.bedside.listening.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bedside.listening.RawPost;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.listening.oauth.Tokens;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against answers in the form that Google documents, with invented people. */
class GoogleConnectorTest extends PollingContract {

  private static final Credential GRANTED =
      Credential.of(
          Map.of(Grant.CLIENT_ID, "id", Grant.CLIENT_SECRET, "s", Grant.ACCESS_TOKEN, "granted"));

  /** Reviews, those changed last first; two to a page. */
  private final List<String> reviews = new ArrayList<>();

  @BeforeEach
  void someReviews() {
    reviews.add(review("r3", "FIVE", "Kind nurses.", 3, ""));
    reviews.add(review("r2", "TWO", "A long wait.", 2, ",\"reviewReply\":{\"comment\":\"Sorry\"}"));
    reviews.add(
        review("r1", "FOUR", "(Translated by Google) Good\\n\\n(Original)\\nMuy bien", 1, ""));
  }

  private static String review(String id, String stars, String text, int day, String more) {
    return """
    {"name":"accounts/1/locations/2/reviews/%s","reviewId":"%s",
     "reviewer":{"displayName":"Ada B.","profilePhotoUrl":"https://p.example/a","x":1},
     "starRating":"%s","comment":"%s","createTime":"2026-11-0%dT08:00:00.123Z",
     "updateTime":"2026-11-0%dT08:00:00.123Z"%s}
    """
        .formatted(id, id, stars, text, day, day, more);
  }

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new GoogleConnector(outbound, Tokens.through(outbound, clock), clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/v4/accounts/1/locations/2"), cursor, GRANTED);
  }

  @Override
  protected WebServer.Page healthy() {
    return exchange -> {
      if (!"Bearer granted".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      String query = String.valueOf(exchange.getRequestURI().getRawQuery());
      int from =
          query.contains("pageToken=")
              ? Integer.parseInt(query.replaceAll(".*pageToken=p", ""))
              : 0;
      int to = Math.min(from + 2, reviews.size());
      String next = to < reviews.size() ? ",\"nextPageToken\":\"p" + to + "\"" : "";
      String body =
          "{\"reviews\":["
              + String.join(",", reviews.subList(from, to))
              + "],\"averageRating\":3.6,\"totalReviewCount\":"
              + reviews.size()
              + next
              + "}";
      WebServer.send(exchange, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    };
  }

  @Override
  protected List<String> keys() {
    return List.of("r1", "r2", "r3");
  }

  private void later(Duration length) {
    connector = connector(guarded.client(), Clock.fixed(NOW.plus(length), ZoneOffset.UTC));
  }

  @Test
  void starsWordsAndReplyAreRead() {
    network.behaves(healthy());
    assertThat(all(null).posts)
        .extracting(
            RawPost::externalId,
            RawPost::text,
            RawPost::rating,
            RawPost::author,
            RawPost::publishedAt,
            // Has our reply been posted?
            post -> post.reach() == null ? null : post.reach().replies())
        .containsExactly(
            tuple(
                "r3", "Kind nurses.", 5.0, "Ada B.", Instant.parse("2026-11-03T08:00:00.123Z"), 0L),
            tuple(
                "r2", "A long wait.", 2.0, "Ada B.", Instant.parse("2026-11-02T08:00:00.123Z"), 1L),
            tuple("r1", "Muy bien", 4.0, "Ada B.", Instant.parse("2026-11-01T08:00:00.123Z"), 0L));
  }

  @Test
  void whoeverWroteAnonymouslyStaysSo() {
    String anonymous =
        reviews.getFirst().replace("\"x\":1", "\"isAnonymous\":true").replace("r3", "r4");
    reviews.addFirst(anonymous);
    network.behaves(healthy());
    assertThat(all(null).posts.getFirst())
        .satisfies(
            post -> {
              assertThat(post.externalId()).isEqualTo("r4");
              assertThat(post.author()).isNull();
            });
  }

  @Test
  void anEditIsFoundWithoutReadingEverything() {
    for (int older = 1; older <= 6; older++) {
      reviews.add(review("old" + older, "THREE", "Fine.", 1, ""));
    }
    network.behaves(healthy());
    All first = all(null);
    reviews.add(0, review("r1", "ONE", "Not so good after all.", 9, ""));
    reviews.remove(3);
    network.asked().clear();
    All second = all(first.cursor);
    assertThat(second.posts).extracting(RawPost::text).contains("Not so good after all.");
    assertThat(network.asked().size()).isLessThanOrEqualTo(2);
    assertThat(second.withdrawn).isEmpty();
  }

  @Test
  void aReviewThatIsGoneIsWithdrawnWithTheNextWholeReading() {
    network.behaves(healthy());
    All first = all(null);
    reviews.remove(1);
    later(Duration.ofHours(25));
    assertThat(all(first.cursor).withdrawn).containsExactly("r2");
  }

  @Test
  void aReadingThatIsNotWholeWithdrawsNothing() {
    network.behaves(healthy());
    All first = all(null);
    later(Duration.ofHours(25));
    network.answers(
        200, "application/json", "{\"reviews\":[" + reviews.get(0) + "],\"totalReviewCount\":3}");
    assertThat(all(first.cursor).withdrawn).isEmpty();
  }

  @Test
  void accessThatEndedAsksForAnotherSignIn() {
    network.answers(
        401, "application/json", "{\"error\":{\"code\":401,\"status\":\"UNAUTHENTICATED\"}}");
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("google.sign-in-again"));
  }

  @Test
  void aPageThatGoogleForgotBeginsTheWalkAgain() {
    network.behaves(healthy());
    Heard.Posts first = (Heard.Posts) connector.listen(target(network.url("/"), null));
    network.answers(400, "application/json", "{\"error\":{\"code\":400}}");
    Heard.Posts again = (Heard.Posts) connector.listen(target(network.url("/"), first.cursor()));
    network.behaves(healthy());
    assertThat(all(again.cursor()).posts).extracting(RawPost::externalId).containsAll(keys());
  }

  @Test
  void beforeAccessIsGrantedTheLocationCanBeAdded() {
    URI url = network.url("/v4/accounts/1/locations/2/reviews");
    assertThat(connector.look(url, null)).isInstanceOf(Look.Found.class);
    assertThat(connector.look(network.url("/maps"), null)).isInstanceOf(Look.Nothing.class);
    network.behaves(healthy());
    assertThat(connector.look(url, GRANTED))
        .isInstanceOfSatisfying(
            Look.Found.class,
            found -> assertThat(found.candidates().getFirst().posts()).hasSize(2));
  }
}
