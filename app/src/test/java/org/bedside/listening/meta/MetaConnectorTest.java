package org.bedside.listening.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bedside.listening.RawPost;
import org.bedside.listening.Remark;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Grant;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.Look;
import org.bedside.listening.connector.Polling;
import org.bedside.listening.connector.PollingContract;
import org.bedside.listening.connector.Target;
import org.bedside.outbound.Outbound;
import org.bedside.outbound.WebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against answers in the form that the Graph API documents, with invented people. */
class MetaConnectorTest extends PollingContract {

  private static final Credential TOKEN = Credential.of(Map.of(Grant.ACCESS_TOKEN, "granted"));

  private static final String POSTS =
      """
      {"data":[{"id":"77_1","permalink_url":"https://f.example/77_1","comments":{"data":[
        {"id":"1_11","message":"Kind nurses.","from":{"id":"5","name":"Ada B."},
         "created_time":"2026-11-20T08:00:00+0000","permalink_url":"https://f.example/1_11",
         "like_count":3,"comment_count":1},
        {"id":"1_12","message":"Thank you!","from":{"id":"77","name":"Lakeside"},
         "created_time":"2026-11-20T09:00:00+0000","like_count":0,"parent":{"id":"1_11"}}]}}]}
      """;
  private static final String TAGGED =
      """
      {"data":[{"id":"9_3","message":"At Lakeside for six hours","from":{"id":"9","name":"Bo"},
        "created_time":"2026-11-21T08:00:00+0000","permalink_url":"https://f.example/9_3"}]}
      """;
  private static final String RATINGS =
      """
      {"data":[{"created_time":"2026-11-19T08:00:00+0000","reviewer":{"id":"6","name":"Cas"},
        "recommendation_type":"negative","review_text":"Nobody answers the phone.",
        "open_graph_story":{"id":"55"}}]}
      """;

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new MetaConnector(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/v23.0/77"), cursor, TOKEN);
  }

  @Override
  protected WebServer.Page healthy() {
    return exchange -> {
      boolean known =
          "Bearer granted".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      json(exchange, known ? 200 : 401, known ? body(exchange.getRequestURI().getPath()) : "{}");
    };
  }

  private static String body(String path) {
    return switch (path) {
      case "/v23.0/77/posts" -> POSTS;
      case "/v23.0/77/tagged" -> TAGGED;
      case "/v23.0/77/ratings" -> RATINGS;
      default -> "{\"data\":{\"is_valid\":true,\"expires_at\":1795305600}}";
    };
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    WebServer.send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  protected List<String> keys() {
    return List.of("1_11", "9_3", "55");
  }

  @Test
  void commentsMentionsAndRecommendationsAreReadAndOurOwnRepliesAreNot() {
    network.behaves(healthy());
    assertThat(all(null).posts)
        .extracting(RawPost::externalId, RawPost::text, RawPost::author, RawPost::rating)
        .containsExactly(
            tuple("1_11", "Kind nurses.", "Ada B.", null),
            tuple("9_3", "At Lakeside for six hours", "Bo", null),
            tuple("55", "Nobody answers the phone.", "Cas", 1.0));
  }

  @Test
  void theEndOfTheTokenIsLearntOnceADay() {
    network.behaves(healthy());
    Heard.Posts first = (Heard.Posts) connector.listen(target(network.url("/"), null));
    assertThat(first.renewed()).isEqualTo(TOKEN.until(Instant.ofEpochSecond(1_795_305_600L)));
    Heard.Posts second = (Heard.Posts) connector.listen(target(network.url("/"), first.cursor()));
    assertThat(second.renewed()).isNull();
    assertThat(network.asked()).filteredOn(asked -> asked.contains("debug_token")).hasSize(1);
  }

  @Test
  void nearTheLimitItStaysAwayAsLongAsMetaSays() {
    network.behaves(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set(
                  "X-Business-Use-Case-Usage",
                  "{\"77\":[{\"type\":\"pages\",\"call_count\":100,\"total_cputime\":1,"
                      + "\"total_time\":2,\"estimated_time_to_regain_access\":25}]}");
          json(exchange, 200, body(exchange.getRequestURI().getPath()));
        });
    Heard.Posts heard = (Heard.Posts) connector.listen(target(network.url("/"), null));
    assertThat(heard.posts()).hasSize(1);
    assertThat(heard.again()).isEqualTo(Duration.ofMinutes(25));
  }

  @ParameterizedTest
  @CsvSource({
    "400,190,meta.sign-in-again", "400,4,outbound.status-429", "403,80001,outbound.status-429",
    "403,10,meta.no-permission", "400,200,meta.no-permission", "500,1,outbound.status-5xx"
  })
  void errorsOfTheGraphAreToldByTheirCode(int status, int code, String told) {
    network.answers(
        status, "application/json", "{\"error\":{\"code\":" + code + ",\"message\":\"no\"}}");
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              assertThat(trouble.code()).isEqualTo(told);
              told(trouble);
            });
  }

  @Test
  void olderPagesAreFollowedOnceAndThenOnlyTheNewestIsRead() {
    network.behaves(
        exchange -> {
          String uri = exchange.getRequestURI().toString();
          boolean more = uri.contains("/tagged") && !uri.contains("after=");
          String next =
              more
                  ? ",\"paging\":{\"cursors\":{\"after\":\"C2\"},\"next\":\"https://x.example\"}}"
                  : "}";
          String body = body(exchange.getRequestURI().getPath()).strip();
          String page = body.substring(0, body.length() - 1) + next;
          json(exchange, 200, uri.contains("after=C2") ? page.replace("9_3", "9_2") : page);
        });
    All first = all(null);
    assertThat(first.posts).extracting(RawPost::externalId).contains("9_3", "9_2");
    assertThat(all(first.cursor).posts)
        .extracting(RawPost::externalId)
        .contains("9_3")
        .doesNotContain("9_2");
  }

  @Test
  void instagramHasItsOwnEdges() {
    network.behaves(
        exchange ->
            json(
                exchange,
                200,
                exchange.getRequestURI().getPath().endsWith("/media")
                    ? """
                    {"data":[{"id":"m1","comments":{"data":[{"id":"c1","text":"So kind",
                     "username":"ada","timestamp":"2026-11-20T08:00:00+0000","like_count":2,
                     "replies":{"data":[{"id":"c2","text":"Yes","username":"bo"}]}}]}}]}
                    """
                    : "{\"data\":[]}"));
    Target target = new Target(network.url("/v23.0/77?instagram"), null, TOKEN);
    assertThat(((Heard.Posts) connector.listen(target)).posts())
        .extracting(RawPost::externalId, RawPost::replyTo, RawPost::author)
        .containsExactly(tuple("c1", "m1", "ada"), tuple("c2", "c1", "bo"));
  }

  /** The Page with these comments, newest first, 25 posts each with one of them. */
  private void comments(Map<String, String> there, Map<String, String> one) {
    network.behaves(
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          String id = path.substring(path.lastIndexOf('/') + 1);
          if (path.equals("/v23.0/77/posts")) {
            String list =
                there.entrySet().stream()
                    .map(entry -> comment(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(","));
            json(
                exchange,
                200,
                "{\"data\":[{\"id\":\"77_1\",\"comments\":{\"data\":[" + list + "]}}]}");
          } else if (one.containsKey(id)) {
            String said = one.get(id);
            boolean refused = said.startsWith("!");
            String[] parts = said.substring(1).split("/");
            json(
                exchange,
                refused ? Integer.parseInt(parts[0]) : 200,
                refused
                    ? "{\"error\":{\"code\":%s,\"error_subcode\":%s,\"message\":\"no\"}}"
                        .formatted(parts[1], parts[2])
                    : comment(id, said));
          } else {
            json(exchange, 200, "{\"data\":[]}");
          }
        });
  }

  private static String comment(String id, String text) {
    return """
    {"id":"%s","message":"%s","from":{"id":"5","name":"Ada B."},
     "created_time":"2026-11-20T08:00:00+0000","like_count":3,"comment_count":1}
    """
        .formatted(id, text);
  }

  private static final String GONE = "!400/100/33";

  @Test
  void whatThePageNoLongerShowsIsAskedForByItsKeyAndWithdrawnOnlyIfMetaSaysItIsGone() {
    comments(Map.of("1_1", "Kind", "1_2", "Slow", "1_3", "Cold"), Map.of());
    All first = all(null);
    assertThat(first.posts).hasSize(3);

    comments(Map.of("1_4", "New"), Map.of("1_1", "Very kind", "1_2", GONE, "1_3", "Cold"));
    All second = all(first.cursor);
    assertThat(second.withdrawn).containsExactly("1_2");
    assertThat(second.posts)
        .extracting(RawPost::externalId, RawPost::text)
        .contains(tuple("1_1", "Very kind"), tuple("1_4", "New"));
    network.asked().clear();
    assertThat(all(second.cursor).withdrawn).as("once").isEmpty();
    assertThat(network.asked()).noneMatch(asked -> asked.contains("/1_2?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!403/10/0",
        "!400/200/0",
        "!400/190/463",
        "!400/100/0",
        "!500/1/0",
        "!503/2/0",
        "!400/4/0"
      })
  void aPermissionAFaultOrAnOutageWithdrawsNothing(String refusal) {
    comments(Map.of("1_1", "Kind", "1_2", "Slow", "1_3", "Cold"), Map.of());
    All first = all(null);
    comments(
        Map.of("1_4", "New"), Map.of("1_1", "Kind", "1_2", refusal, "1_3", GONE, "1_4", "New"));
    assertThat(all(first.cursor).withdrawn).doesNotContain("1_2");
  }

  @Test
  void whatMetaSaysOfEverythingIsNotBelieved() {
    comments(Map.of("1_1", "Kind", "1_2", "Slow"), Map.of());
    All first = all(null);
    comments(Map.of("1_4", "New"), Map.of("1_1", GONE, "1_2", GONE, "1_4", GONE));
    All lost = all(first.cursor);
    assertThat(lost.withdrawn)
        .as("the token may have lost the right to read comments: the newest is surely there")
        .isEmpty();
    comments(Map.of("1_4", "New"), Map.of("1_1", GONE, "1_2", GONE, "1_4", "New"));
    assertThat(all(lost.cursor).withdrawn).containsExactlyInAnyOrder("1_1", "1_2");
    comments(Map.of(), Map.of("1_1", GONE, "1_2", GONE));
    assertThat(all(first.cursor).withdrawn).as("nothing to compare with").isEmpty();
  }

  @Test
  void lookingForRemovalsLeavesRoomForWhatIsNew() {
    comments(Map.of("1_1", "Kind", "1_2", "Slow"), Map.of());
    All first = all(null);
    network.asked().clear();
    network.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("X-App-Usage", "{\"call_count\":60}");
          json(exchange, 200, "{\"data\":[]}");
        });
    all(first.cursor);
    assertThat(network.asked()).isNotEmpty().noneMatch(asked -> asked.contains("/1_1"));
  }

  @Test
  void aPostWithManyCommentsIsReadToItsEndAndOnce() {
    network.behaves(
        exchange -> {
          String uri = exchange.getRequestURI().toString();
          String next =
              ",\"paging\":{\"cursors\":{\"after\":\"%s\"},\"next\":\"https://x.example\"}";
          if (uri.contains("/77/posts")) {
            json(
                exchange,
                200,
                "{\"data\":[{\"id\":\"77_1\",\"comments\":{\"data\":["
                    + comment("1_3", "Third")
                    + "]"
                    + next.formatted("A")
                    + "}}]}");
          } else if (uri.contains("/77_1/comments")) {
            boolean more = uri.contains("after=A");
            json(
                exchange,
                200,
                "{\"data\":["
                    + comment(more ? "1_2" : "1_1", "Older")
                    + "]"
                    + (more ? next.formatted("B") : "")
                    + "}");
          } else {
            json(exchange, 200, "{\"data\":[]}");
          }
        });
    All first = all(null);
    assertThat(first.posts)
        .extracting(RawPost::externalId)
        .containsExactlyInAnyOrder("1_3", "1_2", "1_1");
    network.asked().clear();
    all(first.cursor);
    assertThat(network.asked()).noneMatch(asked -> asked.contains("/77_1/comments"));
  }

  @Test
  void withoutTheWebhookItIsSaidThatCommentsOnOlderPostsAreNotHeard() {
    String page =
        "{\"data\":[],\"paging\":{\"cursors\":{\"after\":\"A\"},\"next\":\"https://x.example\"}}";
    network.behaves(
        exchange ->
            json(
                exchange,
                200,
                exchange.getRequestURI().toString().contains("after=") ? "{\"data\":[]}" : page));
    assertThat(all(null).remarks).containsExactly(Remark.of("meta.no-webhook"));
    Credential hooked = TOKEN.with(Grant.CLIENT_SECRET, "s").with("verify_token", "v");
    Heard.Posts heard =
        (Heard.Posts) connector.listen(new Target(network.url("/v23.0/77"), null, hooked));
    assertThat(heard.remarks()).isEmpty();
  }

  @Test
  void aLookShowsTheNewestComments() {
    network.behaves(healthy());
    assertThat(connector.look(network.url("/v23.0/77"), TOKEN)).isInstanceOf(Look.Found.class);
    assertThat(connector.look(network.url("/lakeside"), TOKEN)).isInstanceOf(Look.Nothing.class);
  }
}
