package org.bedside.listening.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Against answers in the form that reddit.com/dev/api documents, with invented people. */
class RedditConnectorTest extends PollingContract {

  private static final Credential GRANTED =
      Credential.of(
          Map.of(Grant.CLIENT_ID, "id", Grant.CLIENT_SECRET, "s", Grant.ACCESS_TOKEN, "granted"));

  /** Things by their names, the newest first. */
  private final Map<String, String> things = new LinkedHashMap<>();

  private final Map<String, String> headers = new TreeMap<>();

  @BeforeEach
  void somebodyHasPosted() {
    things.put("t1_c2", comment("t1_c2", 5, "They were kind to me.", "t3_p1"));
    things.put("t3_p2", post("t3_p2", 10, "Waiting at the ER", "Five hours.", 0));
    things.put("t3_p1", post("t3_p1", 20, "Which hospital?", "I need advice.", 1));
  }

  private static String post(String name, int minutesAgo, String title, String text, int answers) {
    return """
    {"kind":"t3","data":{"name":"%s","id":"%s","title":"%s","selftext":"%s","author":"ada_b",
     "permalink":"/r/town/comments/%s/x/","created_utc":%d.0,"edited":false,"score":12,
     "num_comments":%d,"num_crossposts":1,"subreddit":"town","removed_by_category":null},"x1":1,"x2":2}
    """
        .formatted(
            name, name.substring(3), title, text, name.substring(3), at(minutesAgo), answers);
  }

  private static String comment(String name, int minutesAgo, String text, String parent) {
    return """
    {"kind":"t1","data":{"name":"%s","id":"%s","body":"%s","author":"bo","parent_id":"%s",
     "link_id":"t3_p1","permalink":"/r/town/comments/p1/x/%s/","created_utc":%d.0,"score":3,
     "replies":""},"x1":1,"x2":2}
    """
        .formatted(name, name.substring(3), text, parent, name.substring(3), at(minutesAgo));
  }

  private static long at(int minutesAgo) {
    return NOW.minus(Duration.ofMinutes(minutesAgo)).getEpochSecond();
  }

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new RedditConnector(outbound, Tokens.through(outbound, clock), clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/r/town/"), cursor, GRANTED);
  }

  @Override
  protected List<String> keys() {
    return List.of("t3_p1", "t3_p2", "t1_c2");
  }

  @Override
  protected WebServer.Page healthy() {
    return this::answer;
  }

  private void answer(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    if (path.equals("/api/v1/access_token")) {
      json(
          exchange,
          200,
          "{\"access_token\":\"fetched\",\"token_type\":\"bearer\",\"expires_in\":86400}");
    } else if (path.equals("/api/info")) {
      List<String> asked = List.of(parameter(query, "id").split(","));
      json(
          exchange,
          200,
          listing(asked.stream().filter(things::containsKey).map(things::get).toList(), null));
    } else if (path.startsWith("/comments/")) {
      json(exchange, 200, "[" + listing(List.of(), null) + "," + listing(ofKind("t1"), null) + "]");
    } else if (path.endsWith("/comments")) {
      page(exchange, ofKind("t1"), query);
    } else {
      page(exchange, ofKind("t3"), query);
    }
  }

  private List<String> ofKind(String kind) {
    return things.entrySet().stream()
        .filter(thing -> thing.getKey().startsWith(kind))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void page(HttpExchange exchange, List<String> all, String query) throws IOException {
    String after = parameter(query, "after");
    int from = after.isEmpty() ? 0 : Integer.parseInt(after);
    int to = Math.min(all.size(), from + 100);
    json(exchange, 200, listing(all.subList(from, to), to < all.size() ? "" + to : null));
  }

  private static String listing(List<String> children, @Nullable String after) {
    return "{\"kind\":\"Listing\",\"x1\":1,\"x2\":2,\"x3\":3,\"data\":{\"before\":null,\"dist\":%d,\"modhash\":null,\"after\":%s,\"children\":[%s]}}"
        .formatted(
            children.size(),
            after == null ? "null" : "\"" + after + "\"",
            String.join(",", children));
  }

  private static String parameter(String query, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    return found.find() ? found.group(1) : "";
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    WebServer.send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void postsAndCommentsAreReadWithTheirReachAndWhatTheyAnswer() {
    network.behaves(healthy());
    List<RawPost> posts = all(null).posts;
    RawPost post =
        posts.stream().filter(p -> "t3_p1".equals(p.externalId())).findFirst().orElseThrow();
    assertThat(post.title()).isEqualTo("Which hospital?");
    assertThat(post.text()).isEqualTo("I need advice.");
    assertThat(post.author()).isEqualTo("u/ada_b");
    assertThat(post.url()).isEqualTo("https://www.reddit.com/r/town/comments/p1/x/");
    assertThat(post.publishedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(20)));
    assertThat(post.reach()).isNotNull();
    RawPost comment =
        posts.stream().filter(p -> "t1_c2".equals(p.externalId())).findFirst().orElseThrow();
    assertThat(comment.replyTo()).isEqualTo("t3_p1");
  }

  @Test
  void aSearchBringsTheCommentsOfTheThreadsThatItFinds() {
    network.behaves(healthy());
    Target search = new Target(network.url("/search?q=mercy+hospital"), null, GRANTED);
    Heard heard = connector.listen(search);
    assertThat(heard)
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts ->
                assertThat(posts.posts())
                    .extracting(RawPost::externalId)
                    .contains("t3_p1", "t1_c2"));
    assertThat(network.asked()).anyMatch(asked -> asked.startsWith("GET /comments/p1?"));
    assertThat(network.asked()).noneMatch(asked -> asked.startsWith("GET /comments/p2?"));
  }

  @Test
  void whatWasDeletedOrRemovedOrIsGoneIsWithdrawnAndEditsAreHeard() {
    network.behaves(healthy());
    All first = all(null);
    things.put("t3_p1", post("t3_p1", 20, "Which hospital?", "[deleted]", 1));
    things.put("t1_c2", comment("t1_c2", 5, "They were kind. Edit: very.", "t3_p1"));
    things.remove("t3_p2");
    All second = all(first.cursor);
    assertThat(second.withdrawn).containsExactlyInAnyOrder("t3_p1", "t3_p2");
    assertThat(second.posts).extracting(RawPost::text).contains("They were kind. Edit: very.");

    things.put("t1_c2", comment("t1_c2", 5, "[removed]", "t3_p1"));
    assertThat(all(second.cursor).withdrawn).containsExactly("t1_c2");
  }

  @Test
  void anEmptyAnswerDeletesNothing() {
    network.behaves(healthy());
    All first = all(null);
    things.clear();
    assertThat(all(first.cursor).withdrawn).isEmpty();
  }

  @Test
  void olderPostsAreFetchedBackToWhatIsKnownPageByPage() {
    Map<String, String> newest = new LinkedHashMap<>();
    for (int i = 0; i < 250; i++) {
      newest.put("t3_n" + i, post("t3_n" + i, i + 1, "Title", "Post " + i, 0));
    }
    newest.putAll(things);
    things.clear();
    things.putAll(newest);
    network.behaves(healthy());
    Heard first = connector.listen(target(network.url("/"), null));
    assertThat(first)
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts -> {
              assertThat(posts.again()).isZero();
              assertThat(posts.backTo()).isNotNull();
            });
    All all = all(null);
    assertThat(all.posts).extracting(RawPost::externalId).contains("t3_n0", "t3_n249", "t3_p1");
    network.asked().clear();
    all(all.cursor);
    assertThat(network.asked()).as("nothing is read back again").hasSize(3);
  }

  @Test
  void aTokenIsFetchedAndKeptBeforeAnythingElseAndAnotherWhenItIsRefused() {
    network.behaves(healthy());
    Credential client = Credential.of(Map.of(Grant.CLIENT_ID, "id", Grant.CLIENT_SECRET, "s"));
    URI url = network.url("/r/town/");
    Heard first = connector.listen(new Target(url, "kept", client));
    assertThat(first)
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts -> {
              assertThat(posts.posts()).isEmpty();
              assertThat(posts.cursor()).isEqualTo("kept");
              assertThat(posts.again()).isZero();
            });
    Credential renewed = ((Heard.Posts) first).renewed();
    assertThat(renewed).isNotNull();
    assertThat(connector.listen(new Target(url, null, renewed))).isInstanceOf(Heard.Posts.class);

    network.answers(401, "application/json", "{}");
    assertThat(connector.listen(new Target(url, null, renewed)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              Credential after = trouble.renewed();
              assertThat(after).isNotNull();
              assertThat(after != null && after.has(Grant.ACCESS_TOKEN)).isFalse();
              assertThat(after != null && after.has(Grant.CLIENT_SECRET)).isTrue();
            });
    assertThat(connector.listen(new Target(url, null, null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> assertThat(trouble.code()).isEqualTo("oauth.no-client"));
  }

  @Test
  void theLimitThatRedditStatesIsRespected() {
    headers.put("X-Ratelimit-Remaining", "4.0");
    headers.put("X-Ratelimit-Reset", "321");
    network.behaves(healthy());
    assertThat(connector.listen(target(network.url("/"), null)))
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts -> assertThat(posts.again()).isEqualTo(Duration.ofSeconds(321)));
    assertThat(network.asked()).hasSize(1);
  }

  @Test
  void communitiesAndSearchesAreFoundAsPeopleWriteThem() {
    network.behaves(healthy());
    for (String written :
        List.of("/r/town", "/r/town/new/", "/r/town/search?q=a+b", "/search/?q=a")) {
      assertThat(connector.look(network.url(written), GRANTED))
          .as(written)
          .isInstanceOfSatisfying(
              Look.Found.class,
              found -> {
                Look.Candidate candidate = found.candidates().getFirst();
                assertThat(candidate.posts()).isNotEmpty();
                assertThat(connector.listen(new Target(candidate.url(), null, GRANTED)))
                    .isInstanceOf(Heard.Posts.class);
              });
    }
    assertThat(connector.look(network.url("/"), GRANTED)).isInstanceOf(Look.Nothing.class);
    assertThat(connector.accepts(URI.create("https://r/nursing"))).isTrue();
    assertThat(connector.accepts(URI.create("https://www.reddit.com/r/nursing/"))).isTrue();
    assertThat(connector.accepts(URI.create("https://example.org/r/nursing/"))).isFalse();
  }

  @Test
  void aDateAheadOfTimeIsNotBelieved() {
    things.clear();
    things.put("t3_f", post("t3_f", -60 * 24 * 400, "From the future", "Hello", 0));
    things.put("t3_p", post("t3_p", 3, "From now", "Hello", 0));
    network.behaves(healthy());
    All heard = all(null);
    assertThat(heard.posts).extracting(RawPost::externalId).containsExactly("t3_p");
  }
}
