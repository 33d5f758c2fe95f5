package org.bedside.listening.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.listening.RawPost;
import org.bedside.listening.Reach;
import org.bedside.listening.Remark;
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

/**
 * Against answers in the form that developers.google.com/youtube/v3/docs documents, with invented
 * people.
 */
class YoutubeConnectorTest extends PollingContract {

  private static final Credential KEY = Credential.of(Map.of("key", "a key"));

  /** Words of comments by their keys, the newest first; those with a dot are answers. */
  private final Map<String, String> comments = new LinkedHashMap<>();

  private final Map<String, String> videos = new LinkedHashMap<>();
  private int answersWithTheThread = 5;

  @BeforeEach
  void somebodyHasCommented() {
    comments.put("Ug2", "Such kind nurses");
    comments.put("Ug1", "I waited five hours");
    comments.put("Ug1.a", "So did I");
    videos.put("vid1", "A day at Mercy");
  }

  @Override
  protected Polling connector(Outbound outbound, Clock clock) {
    return new YoutubeConnector(outbound, clock);
  }

  @Override
  protected Target target(URI base, @Nullable String cursor) {
    return new Target(base.resolve("/channel/UCours"), cursor, KEY);
  }

  @Override
  protected List<String> keys() {
    return List.of("Ug1", "Ug2", "Ug1.a");
  }

  @Override
  protected WebServer.Page healthy() {
    return this::answer;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!"a key".equals(exchange.getRequestHeaders().getFirst("X-Goog-Api-Key"))) {
      exchange.sendResponseHeaders(403, -1);
      return;
    }
    String path = exchange.getRequestURI().getPath().replace("/youtube/v3/", "");
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    List<String> ids = List.of(parameter(query, "id").split(","));
    List<String> tops = comments.keySet().stream().filter(id -> !id.contains(".")).toList();
    String body =
        switch (path) {
          case "commentThreads" ->
              parameter(query, "id").isEmpty()
                  ? page(tops, parameter(query, "pageToken"))
                  : items(tops.stream().filter(ids::contains).map(this::thread).toList(), "");
          case "comments" -> {
            String parent = parameter(query, "parentId");
            yield items(
                comments.keySet().stream()
                    .filter(id -> parent.isEmpty() ? ids.contains(id) : id.startsWith(parent + "."))
                    .map(this::comment)
                    .toList(),
                "");
          }
          case "search" ->
              items(
                  videos.keySet().stream()
                      .map(
                          id ->
                              "{\"kind\":\"youtube#searchResult\",\"etag\":\"e\",\"id\":{\"kind\":\"youtube#video\",\"videoId\":\"%s\"},\"snippet\":{\"publishedAt\":\"2026-11-20T08:00:00Z\"}}"
                                  .formatted(id))
                      .toList(),
                  "");
          case "videos" ->
              items(videos.keySet().stream().filter(ids::contains).map(this::video).toList(), "");
          case "channels" -> items(List.of("{\"id\":\"UCours\",\"snippet\":{}}"), "");
          default -> "{}";
        };
    WebServer.send(exchange, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private String page(List<String> tops, String token) {
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = Math.min(tops.size(), from + 100);
    String next = to < tops.size() ? "\"nextPageToken\":\"" + to + "\"," : "";
    return items(tops.subList(from, to).stream().map(this::thread).toList(), next);
  }

  private static String items(List<String> items, String next) {
    return "{\"kind\":\"youtube#list\",\"etag\":\"e\",%s\"pageInfo\":{\"totalResults\":1},\"items\":[%s]}"
        .formatted(next, String.join(",", items));
  }

  private String thread(String id) {
    List<String> answers =
        comments.keySet().stream().filter(other -> other.startsWith(id + ".")).toList();
    return """
    {"kind":"youtube#commentThread","etag":"e","id":"%s","snippet":{"channelId":"UCours",
     "videoId":"vid1","topLevelComment":%s,"canReply":true,"totalReplyCount":%d,"isPublic":true},
     "replies":{"comments":[%s]}}
    """
        .formatted(
            id,
            comment(id),
            answers.size(),
            String.join(
                ",", answers.stream().limit(answersWithTheThread).map(this::comment).toList()));
  }

  private String comment(String id) {
    int dot = id.indexOf('.');
    return """
    {"kind":"youtube#comment","etag":"e","id":"%s","snippet":{"videoId":"vid1","textDisplay":"%s",
     "textOriginal":"%s","authorDisplayName":"@ada","likeCount":4,%s
     "publishedAt":"2026-11-21T08:00:00Z","updatedAt":"2026-11-21T08:00:00Z"}}
    """
        .formatted(
            id,
            comments.get(id),
            comments.get(id),
            dot < 0 ? "" : "\"parentId\":\"" + id.substring(0, dot) + "\",");
  }

  private String video(String id) {
    return """
    {"kind":"youtube#video","etag":"e","id":"%s","snippet":{"publishedAt":"2026-11-20T08:00:00Z",
     "title":"%s","description":"We film our ward.","channelTitle":"Mercy TV","channelId":"UCx"},
     "statistics":{"viewCount":"1200","likeCount":"30","favoriteCount":"0","commentCount":"3"}}
    """
        .formatted(id, videos.get(id));
  }

  private static String parameter(String query, String name) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    return found.find() ? found.group(1) : "";
  }

  @Test
  void aCommentIsReadWithItsReachItsAddressAndWhatItAnswers() {
    network.behaves(healthy());
    List<RawPost> posts = all(null).posts;
    RawPost top = one(posts, "Ug1");
    assertThat(top.text()).isEqualTo("I waited five hours");
    assertThat(top.author()).isEqualTo("@ada");
    assertThat(top.url()).isEqualTo("https://www.youtube.com/watch?v=vid1&lc=Ug1");
    assertThat(top.reach()).isEqualTo(Reach.of(4L, null, 1L));
    assertThat(top.publishedAt()).isEqualTo(Instant.parse("2026-11-21T08:00:00Z"));
    assertThat(one(posts, "Ug1.a").replyTo()).isEqualTo("Ug1");
  }

  private static RawPost one(List<RawPost> posts, String id) {
    return posts.stream().filter(post -> id.equals(post.externalId())).findFirst().orElseThrow();
  }

  @Test
  void editsDeletionsAndLaterAnswersAreFoundByAskingAgain() {
    network.behaves(healthy());
    All first = all(null);
    comments.put("Ug2", "Such kind nurses (edited)");
    comments.remove("Ug1.a");
    comments.put("Ug1.b", "Me too");
    All second = all(first.cursor);
    assertThat(second.posts)
        .extracting(RawPost::text)
        .contains("Such kind nurses (edited)", "Me too");
    assertThat(second.withdrawn).containsExactly("Ug1.a");
    comments.remove("Ug1");
    assertThat(all(second.cursor).withdrawn).contains("Ug1");
  }

  @Test
  void answersThatDoNotComeWithTheirThreadAreFetched() {
    answersWithTheThread = 0;
    network.behaves(healthy());
    assertThat(all(null).posts).extracting(RawPost::externalId).contains("Ug1.a");
  }

  @Test
  void olderCommentsAreFetchedPageByPage() {
    for (int i = 0; i < 230; i++) {
      comments.put("Old" + i, "comment " + i);
    }
    network.behaves(healthy());
    Heard first = connector.listen(target(network.url("/"), null));
    assertThat(first)
        .isInstanceOfSatisfying(
            Heard.Posts.class,
            posts -> {
              assertThat(posts.again()).isZero();
              assertThat(posts.backTo()).isNotNull();
            });
    assertThat(all(null).posts).extracting(RawPost::externalId).contains("Old0", "Old229");
  }

  @Test
  void aPageThatYoutubeForgotMakesItBeginAtTheNewestAgain() {
    for (int i = 0; i < 130; i++) {
      comments.put("Old" + i, "comment " + i);
    }
    network.behaves(healthy());
    Heard.Posts first = (Heard.Posts) connector.listen(target(network.url("/"), null));
    network.behaves(
        exchange -> {
          if (String.valueOf(exchange.getRequestURI().getQuery()).contains("pageToken")) {
            exchange.sendResponseHeaders(400, -1);
          } else {
            answer(exchange);
          }
        });
    Heard forgotten = connector.listen(target(network.url("/"), first.cursor()));
    assertThat(forgotten)
        .isInstanceOfSatisfying(
            Heard.Posts.class, posts -> assertThat(posts.again()).as("not at once").isNull());
    network.behaves(healthy());
    assertThat(all(((Heard.Posts) forgotten).cursor()).posts)
        .extracting(RawPost::externalId)
        .contains("Old0", "Old129");
  }

  @Test
  void aSearchBringsVideosAndTheirCommentsAndIsNotRepeatedTooSoon() {
    network.behaves(healthy());
    URI url = network.url("/results?search_query=mercy+hospital");
    Heard heard = connector.listen(new Target(url, null, KEY));
    assertThat(heard).isInstanceOf(Heard.Posts.class);
    Heard.Posts first = (Heard.Posts) heard;
    assertThat(first.posts())
        .extracting(RawPost::externalId)
        .contains("video:vid1", "Ug1", "Ug2", "Ug1.a");
    assertThat(one(first.posts(), "video:vid1").reach())
        .isEqualTo(new Reach(null, 30L, null, 3L, 1200L));

    network.asked().clear();
    connector.listen(new Target(url, first.cursor(), KEY));
    assertThat(network.asked()).noneMatch(asked -> asked.contains("/search"));

    videos.clear();
    Heard later =
        connector(guarded.client(), Clock.fixed(NOW.plus(Duration.ofHours(7)), ZoneOffset.UTC))
            .listen(new Target(url, first.cursor(), KEY));
    assertThat(later)
        .isInstanceOfSatisfying(
            Heard.Posts.class, posts -> assertThat(posts.withdrawn()).contains("video:vid1"));
  }

  @Test
  void unitsAreCountedBeforeTheyAreSpentAndBeginAnewAtMidnightInCalifornia() {
    network.behaves(healthy());
    Credential little = KEY.with("quota", "104");
    URI search = network.url("/results?search_query=mercy");
    assertThat(connector.listen(new Target(search, null, little)))
        .as("a search costs 100, of which 5 in a hundred are kept back")
        .isInstanceOfSatisfying(
            Heard.Trouble.class,
            trouble -> {
              assertThat(trouble.code()).isEqualTo("youtube.quota");
              // 18:00 in Greenwich is 10:00 there.
              assertThat(trouble.retryAfter()).isEqualTo(Duration.ofHours(14));
            });
    assertThat(network.asked()).isEmpty();

    URI channel = network.url("/channel/UCours");
    Credential few = KEY.with("quota", "2");
    String cursor = null;
    int calls = 0;
    List<Remark> remarks = List.of();
    while (calls < 10
        && connector.listen(new Target(channel, cursor, few)) instanceof Heard.Posts posts) {
      cursor = posts.cursor();
      remarks = posts.remarks() == null ? remarks : posts.remarks();
      calls++;
    }
    assertThat(network.asked()).hasSize(2);
    assertThat(remarks)
        .as("cut off in the middle, it is no failure and yet not all")
        .containsExactly(Remark.of("youtube.spent"));
    remarks.forEach(YoutubeConnectorTest::told);
    Clock tomorrow = Clock.fixed(NOW.plus(Duration.ofHours(14)), ZoneOffset.UTC);
    Credential enough = KEY.with("quota", "100");
    assertThat(connector(guarded.client(), tomorrow).listen(new Target(channel, cursor, enough)))
        .isInstanceOfSatisfying(Heard.Posts.class, posts -> assertThat(posts.remarks()).isEmpty());
  }

  @Test
  void theKeyFollowsNoRedirection() {
    network.behaves(
        exchange -> {
          exchange.getResponseHeaders().set("Location", network.url("/elsewhere").toString());
          exchange.sendResponseHeaders(302, -1);
        });
    assertThat(connector.listen(target(network.url("/"), null))).isInstanceOf(Heard.Trouble.class);
    assertThat(network.asked()).noneMatch(asked -> asked.contains("elsewhere"));
  }

  @Test
  void whatGoogleRefusesIsToldForWhatItIs() {
    assertThat(refused(403, "quotaExceeded", "").retryAfter()).isEqualTo(Duration.ofHours(14));
    assertThat(refused(403, "commentsDisabled", "").code()).isEqualTo("youtube.comments-off");
    assertThat(refused(400, "badRequest", "API key not valid. Please pass a valid API key.").code())
        .isEqualTo("youtube.key");
    assertThat(refused(403, "forbidden", "").code()).isEqualTo("outbound.status-403");
    assertThat(connector.listen(new Target(network.url("/channel/UCours"), null, null)))
        .isInstanceOfSatisfying(
            Heard.Trouble.class, trouble -> assertThat(trouble.code()).isEqualTo("youtube.key"));
  }

  private Heard.Trouble refused(int status, String reason, String message) {
    network.answers(
        status,
        "application/json",
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"domain\":\"youtube\",\"reason\":\"%s\"}]}}"
            .formatted(status, message, reason));
    Heard heard = connector.listen(target(network.url("/"), null));
    assertThat(heard).isInstanceOf(Heard.Trouble.class);
    told((Heard.Trouble) heard);
    return (Heard.Trouble) heard;
  }

  @Test
  void channelsVideosAndSearchesAreFoundAsPeopleWriteThem() {
    network.behaves(healthy());
    for (String written :
        List.of("/@mercy", "/channel/UCours", "/watch?v=vid1", "/results?search_query=a+b")) {
      assertThat(connector.look(network.url(written), KEY))
          .as(written)
          .isInstanceOfSatisfying(
              Look.Found.class,
              found -> {
                Look.Candidate candidate = found.candidates().getFirst();
                assertThat(candidate.posts()).isNotEmpty();
                assertThat(connector.listen(new Target(candidate.url(), null, KEY)))
                    .isInstanceOf(Heard.Posts.class);
              });
    }
    assertThat(connector.accepts(URI.create("https://youtu.be/vid1"))).isTrue();
    assertThat(connector.accepts(URI.create("https://www.youtube.com/"))).isFalse();
    assertThat(connector.accepts(URI.create("https://example.org/watch?v=vid1"))).isFalse();
  }
}
