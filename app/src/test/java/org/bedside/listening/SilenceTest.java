package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.listening.SourceHealth.Condition;
import org.bedside.listening.connector.Credential;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A source that is quieter than its own rhythm allows is told, with the likely cause. */
class SilenceTest extends BedsideTest {

  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Autowired private Sources sources;
  @Autowired private Listening listening;
  @Autowired private PostIntake intake;
  @Autowired private Poller poller;
  @Autowired private PollQueue queue;
  @Autowired private Watches watches;

  @Test
  void aSourceIsSilentAfterFourOfItsUsualPausesAndNotBefore() {
    Org org = found("Larkspur Health");
    UUID daily = pushed(org, "Daily", Duration.ofDays(1), 9);
    UUID weekly = pushed(org, "Weekly", Duration.ofDays(7), 9);
    UUID few = pushed(org, "Few", Duration.ofDays(1), 4);

    clock.advance(Duration.ofDays(4).minusHours(1));
    assertThat(condition(org, daily)).isEqualTo(Condition.HEALTHY);

    clock.advance(Duration.ofHours(2));
    assertThat(condition(org, daily)).isEqualTo(Condition.SILENT);
    assertThat(condition(org, weekly)).isEqualTo(Condition.HEALTHY);
    assertThat(condition(org, few))
        .as("no rhythm is known of four posts")
        .isEqualTo(Condition.HEALTHY);
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/sources/" + daily).body())
        .contains("Silent", "every 24 hours", "Ask whoever runs that program");
  }

  @Test
  void aSourceThatWritesByTheHourIsNotSilentWithinADay() {
    Org org = found("Larkspur Health");
    UUID hourly = pushed(org, "Hourly", Duration.ofHours(1), 9);

    clock.advance(Duration.ofHours(23));
    assertThat(condition(org, hourly)).isEqualTo(Condition.HEALTHY);

    clock.advance(Duration.ofHours(2));
    assertThat(condition(org, hourly)).isEqualTo(Condition.SILENT);
  }

  @Test
  void aProgramThatPushesOnlyWhatIsKnownOrNothingUsableIsToldFromOneThatPushesNothing() {
    Org org = found("Larkspur Health");
    UUID daily = pushed(org, "Daily", Duration.ofDays(1), 9);
    clock.advance(Duration.ofDays(5));
    Api program = api(org, Permission.IMPORT_POSTS);
    assertThat(page(org, daily)).contains("none has come");

    push(program, "[{\"id\":\"Daily3\",\"text\":\"Daily 3\",\"author\":\"mara\"}]");
    assertThat(page(org, daily)).contains("only such as are known");

    push(program, "[{\"id\":\"\",\"text\":\"\"}]");
    assertThat(page(org, daily)).contains("none could be taken");

    push(program, "[{\"id\":\"new\",\"text\":\"A new one\"}]");
    assertThat(condition(org, daily)).isEqualTo(Condition.HEALTHY);
    assertThat(told(daily)).as("nothing to explain").isZero();
  }

  private static void push(Api program, String posts) {
    assertThat(program.post("/api/v1/posts?source=Daily", posts).statusCode()).isEqualTo(200);
  }

  @Test
  void aFeedThatAnswersWithNothingNewIsSilentAndNotBroken() throws Exception {
    try (Feed feed = new Feed()) {
      feed.answers = exchange -> WebServer.send(exchange, 200, "text/xml", feed.rss());
      assertThat(feed.afterDays(5))
          .contains("It usually brings something every 24 hours.")
          .contains("answers with the same 6 posts", "the newest is of", "writes elsewhere");
      assertThat(feed.health().failures()).isZero();
      assertThat(feed.health().condition()).isEqualTo(Condition.SILENT);
    }
  }

  @Test
  void aServerThatSaysThatNothingHasChangedIsQuotedSinceItSaysSo() throws Exception {
    try (Feed feed = new Feed()) {
      feed.answers = exchange -> exchange.sendResponseHeaders(304, -1);
      clock.advance(Duration.ofDays(3));
      feed.ask();
      Instant since = clock.instant();
      assertThat(feed.afterDays(2))
          .contains("the answer has been that there is nothing new", exact(since));
    }
  }

  @Test
  void aPageWithoutPostsIsToldFromOneThatRepeatsThem() throws Exception {
    try (Feed feed = new Feed()) {
      feed.titles = List.of();
      assertThat(feed.afterDays(5)).contains("answers without a single post", "renamed");
    }
  }

  @Test
  void anAddressThatLeadsElsewhereIsNamed() throws Exception {
    try (Feed feed = new Feed()) {
      String elsewhere = feed.server.url("/moved.xml").toString();
      feed.server.on(
          "/moved.xml", exchange -> WebServer.send(exchange, 200, "text/xml", feed.rss()));
      feed.answers =
          exchange -> {
            exchange.getResponseHeaders().set("Location", elsewhere);
            exchange.sendResponseHeaders(301, -1);
          };
      assertThat(feed.afterDays(5)).contains("leads to " + elsewhere, "It has probably moved");
    }
  }

  @Test
  void aFeedThatGivesOldKeysToNewPostsIsSuspectedOfIt() throws Exception {
    try (Feed feed = new Feed()) {
      feed.titles = List.of("Other words", "Post 1", "Post 2", "Post 3", "Post 4", "Post 5");
      assertThat(feed.afterDays(5)).contains("only posts that are known have come, in other words");
    }
  }

  @Test
  void aSourceThatCouldNotBeAskedSinceIsNotSaidToBringNothing() throws Exception {
    try (Feed feed = new Feed()) {
      Instant last = Objects.requireNonNull(feed.health().lastSuccessAt());
      clock.advance(Duration.ofDays(5));
      assertThat(page(feed.org, feed.source))
          .contains("Bedside had its last answer " + exact(last), "Ask now");
    }
  }

  @Test
  void anAccessThatHasEndedIsTheLikelyCause() throws Exception {
    try (Feed feed = new Feed()) {
      Instant end = clock.instant().plus(Duration.ofDays(2));
      Credential ends = Credential.login("ana", "quiet harbour").until(end);
      inOrganization(
          feed.org, () -> listening.changeCredential(feed.source, ends, somebody(feed.org)));
      assertThat(feed.afterDays(5)).contains("Bedside was let in until " + exact(end));
    }
  }

  @Test
  void aStreamOfWhichNothingIsKeptAnyMoreSaysWhatBecameOfTheWatches() throws Exception {
    Org org = found("Larkspur Health");
    SignedIn by = somebody(org);
    UUID ward = watch(org, "Ward", "ward");
    UUID other = watch(org, "Parking", "parking");
    UUID stream = stream(org);
    PollQueue.Claim claim =
        queue.claim(100).stream()
            .filter(one -> one.source().equals(stream))
            .findFirst()
            .orElseThrow();
    Instant last = clock.instant();
    List<RawPost> posts =
        IntStream.range(0, 8)
            .mapToObj(i -> RawPost.of("s" + i, "Ward " + i).by("a", null, days(last, i)))
            .toList();
    queue.hear(claim, new Heard.Posts(posts, List.of(), "1"));
    clock.advance(Duration.ofDays(5));
    queue.keep(claim);

    assertThat(page(org, stream)).contains("of what is said there nothing matches");

    change(org, ward, false);
    assertThat(page(org, stream)).contains("watches that were paused or changed since: Ward");

    change(org, other, false);
    assertThat(page(org, stream)).contains("no watch is listening");

    change(org, other, true);
    inOrganization(org, () -> watches.remove(ward, by));
    assertThat(page(org, stream)).contains("watches that have been deleted since");
  }

  private UUID stream(Org org) {
    URI nowhere = URI.create("wss://stream.example/subscribe");
    return inOrganization(
        org,
        () ->
            listening
                .begin(
                    "Stream",
                    nowhere,
                    "bluesky-jetstream",
                    Source.Takes.MATCHED,
                    null,
                    null,
                    somebody(org))
                .id());
  }

  private UUID watch(Org org, String name, String query) {
    return inOrganization(
        org,
        () -> {
          try {
            return watches.add(name, query, somebody(org)).id();
          } catch (WatchSyntaxException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void change(Org org, UUID watch, boolean active) {
    inOrganization(
        org,
        () -> {
          StoredWatch now = watches.find(watch).orElseThrow();
          try {
            watches.change(watch, now.name(), now.query(), active, somebody(org));
          } catch (WatchSyntaxException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Instant days(Instant last, int ago) {
    return last.minus(Duration.ofDays(ago));
  }

  private String page(Org org, UUID source) {
    return signIn(org, Role.COMMUNICATIONS).get("/sources/" + source).body();
  }

  /** As the pages show it, in the zone of the tests' organizations. */
  private static String exact(Instant at) {
    return DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH)
        .withZone(ZoneId.of("America/Chicago"))
        .format(at);
  }

  private long told(UUID source) {
    return across
        .jdbc()
        .sql("select count(*) from source_quiet where source_id = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  /** A feed of six daily entries that has been heard once. */
  private final class Feed implements AutoCloseable {

    private final Instant newest = clock.instant();
    private final Org org = found("Larkspur Health");
    private final WebServer server = new WebServer();
    private final UUID source;
    private List<String> titles = IntStream.range(0, 6).mapToObj(i -> "Post " + i).toList();
    private WebServer.Page answers = exchange -> WebServer.send(exchange, 200, "text/xml", rss());

    Feed() throws Exception {
      server.on("/f.xml", exchange -> answers.answer(exchange));
      String url = server.url("/f.xml").toString();
      signIn(org, Role.COMMUNICATIONS)
          .submit("/sources", "feed", url, "name", "Forum", "takes", "ALL");
      source = inOrganization(org, () -> sources.all().getFirst().id());
      for (int i = 0; i < 200 && health().posts() < 6; i++) {
        poller.askDue();
        poller.awaitIdle();
      }
      assertThat(health().posts()).isEqualTo(6);
    }

    byte[] rss() {
      StringBuilder items = new StringBuilder();
      for (int i = 0; i < titles.size(); i++) {
        items.append(
            "<item><guid>%d</guid><title>%s</title><pubDate>%s</pubDate></item>"
                .formatted(i, titles.get(i), RFC_1123.format(days(newest, i))));
      }
      return ("<rss version='2.0'><channel>" + items + "</channel></rss>")
          .getBytes(StandardCharsets.UTF_8);
    }

    void ask() throws InterruptedException {
      int before = server.asked.size();
      for (int i = 0; i < 200 && server.asked.size() == before; i++) {
        poller.askDue();
        poller.awaitIdle();
      }
      assertThat(server.asked.size()).isGreaterThan(before);
    }

    /** What its page says when it has been asked after so many days more. */
    String afterDays(int days) throws InterruptedException {
      clock.advance(Duration.ofDays(days));
      ask();
      return page(org, source);
    }

    SourceHealth health() {
      return SilenceTest.this.health(org, source);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private UUID pushed(Org org, String name, Duration gap, int posts) {
    return inOrganization(
        org,
        () -> {
          UUID source =
              sources.add(Source.Kind.API, name, null, Source.Takes.ALL, null, somebody(org)).id();
          Instant last = clock.instant();
          intake.receive(
              source,
              IntStream.range(0, posts)
                  .mapToObj(
                      i ->
                          RawPost.of(name + i, name + " " + i)
                              .by("mara", null, last.minus(gap.multipliedBy(i))))
                  .toList());
          return source;
        });
  }

  private Condition condition(Org org, UUID source) {
    return health(org, source).condition();
  }

  private SourceHealth health(Org org, UUID source) {
    return inOrganization(org, () -> Objects.requireNonNull(listening.health().get(source)));
  }
}
