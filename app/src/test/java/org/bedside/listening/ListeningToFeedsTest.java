package org.bedside.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.listening.connector.Heard;
import org.bedside.listening.connector.PollQueue;
import org.bedside.listening.history.WatchRuns;
import org.bedside.listening.poll.Poller;
import org.bedside.outbound.WebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListeningToFeedsTest extends BedsideTest {

  @Autowired private Sources sources;
  @Autowired private Listening listening;
  @Autowired private Poller poller;
  @Autowired private PollQueue queue;
  @Autowired private WatchRuns runs;
  @Autowired private PostIntake intake;

  private WebServer server;
  private Org org;
  private Browser browser;
  private final List<String> items = new ArrayList<>();

  @BeforeEach
  void serve() throws IOException {
    server = new WebServer();
    server.on("/feed.xml", exchange -> WebServer.send(exchange, 200, "text/xml", feed()));
    server.on("/broken", "text/html", "<html><body>no feed here</body></html>");
    org = found("Larkspur Health");
    browser = signIn(org, Role.COMMUNICATIONS);
    items.add("<item><guid>1</guid><title>Kind nurses</title></item>");
    items.add("<item><guid>2</guid><title>A long wait &lt;b&gt;again</title></item>");
  }

  @AfterEach
  void end() {
    server.close();
  }

  private byte[] feed() {
    return ("<rss version='2.0'><channel><title>Parents’ forum</title>"
            + String.join("", items)
            + "</channel></rss>")
        .getBytes(UTF_8);
  }

  private UUID add(String path) {
    String name = "Forum " + UUID.randomUUID();
    browser.submit("/sources", "feed", server.url(path).toString(), "name", name, "takes", "ALL");
    return inOrganization(
        org,
        () ->
            sources.all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id());
  }

  private void askUntil(BooleanSupplier done) throws InterruptedException {
    for (int i = 0; i < 200 && !done.getAsBoolean(); i++) {
      poller.askDue();
      poller.awaitIdle();
    }
    assertThat(done.getAsBoolean()).isTrue();
  }

  private SourceHealth health(UUID source) {
    return inOrganization(
        org,
        () -> java.util.Objects.requireNonNull(listening.health().get(source), "no such source"));
  }

  @Test
  void aFeedIsLookedAtSavedAndHeard() throws Exception {
    String preview =
        browser.submit("/sources/look", "address", server.url("/feed.xml").toString()).body();
    assertThat(preview).contains("Parents’ forum", "Kind nurses", "2 of 2", "RSS 2.0");

    UUID source = add("/feed.xml");
    askUntil(() -> health(source).posts() == 2);

    assertThat(health(source).condition()).isEqualTo(SourceHealth.Condition.HEALTHY);
    assertThat(browser.get("/sources/" + source).body())
        .contains("Kind nurses", "A long wait again", "Healthy");
    assertThat(browser.get("/sources").body()).contains("2 posts");
  }

  @Test
  void askingAgainTakesOnlyWhatIsNew() throws Exception {
    UUID source = add("/feed.xml");
    askUntil(() -> health(source).posts() == 2);
    items.add(0, "<item><guid>3</guid><title>New here</title></item>");
    clock.advance(Duration.ofHours(2));

    askUntil(() -> health(source).posts() == 3);
  }

  @Test
  void theLoginOfASourceIsChangedAfterwardsAndNeverShown() throws Exception {
    String right = "Basic " + Base64.getEncoder().encodeToString("ada:sealed".getBytes(UTF_8));
    server.on(
        "/private.xml",
        exchange -> {
          boolean in = right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
          WebServer.send(exchange, in ? 200 : 401, "text/xml", in ? feed() : new byte[0]);
        });
    UUID source = add("/private.xml");
    askUntil(() -> health(source).failures() > 0);
    assertThat(health(source).errorCode()).isEqualTo("outbound.status-401");

    String page =
        browser.submit("/sources/" + source + "/login", "user", "ada", "password", "sealed").body();

    assertThat(page).contains("asked as “ada”").doesNotContain("sealed\"");
    askUntil(() -> health(source).posts() == 2);
    browser.submit("/sources/" + source + "/login", "user", "", "password", "");
    assertThat(browser.get("/sources/" + source).body()).contains("without a user name");
    askUntil(() -> health(source).failures() > 0);
  }

  @Test
  void whatGoesWrongIsSaidInWordsAndMendsItself() throws Exception {
    UUID source = add("/gone.xml");
    askUntil(() -> health(source).failures() > 0);

    assertThat(health(source).errorCode()).isEqualTo("outbound.status-404");
    assertThat(browser.get("/sources").body()).contains("There is nothing at this address (404)");
    assertThat(browser.inLanguage("es").get("/sources").body()).contains("No hay nada en esta");

    server.on("/gone.xml", exchange -> WebServer.send(exchange, 200, "text/xml", feed()));
    clock.advance(Duration.ofHours(2));
    askUntil(() -> health(source).failures() == 0);
    assertThat(health(source).posts()).isEqualTo(2);
  }

  @Test
  void aServerInTroubleForHoursIsAskedEverMoreRarelyAndLosesNothingNorHarmsAnother()
      throws Exception {
    List<Instant> asked = new CopyOnWriteArrayList<>();
    AtomicBoolean down = new AtomicBoolean(true);
    server.on(
        "/down.xml",
        exchange -> {
          asked.add(clock.instant());
          WebServer.send(exchange, down.get() ? 500 : 200, "text/xml", feed());
        });
    UUID source = add("/down.xml");
    UUID neighbour = add("/feed.xml");
    askUntil(() -> health(source).failures() > 0 && health(neighbour).posts() == 2);
    Instant since = Objects.requireNonNull(health(source).failingSince());

    for (int minutes = 0; minutes < 240; minutes += 10) {
      clock.advance(Duration.ofMinutes(10));
      poller.askDue();
      poller.awaitIdle();
    }

    SourceHealth failing = health(source);
    assertThat(failing.condition()).isEqualTo(SourceHealth.Condition.FAILING);
    assertThat(failing.errorCode()).isEqualTo("outbound.status-5xx");
    assertThat(failing.failingSince()).isEqualTo(since);
    assertThat(asked).hasSizeBetween(3, 5);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 1; i < asked.size(); i++) {
      pauses.add(Duration.between(asked.get(i - 1), asked.get(i)));
    }
    assertThat(pauses.getLast()).isGreaterThan(pauses.getFirst());
    assertThat(health(neighbour).condition()).isEqualTo(SourceHealth.Condition.HEALTHY);

    down.set(false);
    items.add(0, "<item><guid>3</guid><title>Written while it was down</title></item>");
    clock.advance(Duration.ofHours(6));
    askUntil(() -> health(source).posts() == 3 && health(neighbour).posts() == 3);
    assertThat(health(source).failures()).isZero();
  }

  @Test
  void aPausedSourceIsNotAsked() throws Exception {
    UUID source = add("/feed.xml");
    askUntil(() -> health(source).posts() == 2);
    browser.submit("/sources/" + source + "/pause");
    int asked = server.asked.size();
    clock.advance(Duration.ofDays(1));

    poller.askDue();
    poller.awaitIdle();

    assertThat(server.asked).hasSize(asked);
    assertThat(browser.get("/sources/" + source).body()).contains("Paused");
  }

  @Test
  void whateverIsDoneToASourceIsRecorded() {
    String source = "/sources/" + add("/feed.xml");
    browser.submit(source + "/pause");
    browser.submit(source + "/resume");
    browser.submit(source + "/login", "user", "ana", "password", "quiet harbour");
    browser.submit(source, "name", "Another name", "takes", "MATCHED");
    browser.submit(source + "/remove", "confirmed", "yes");

    assertThat(recorded(org))
        .containsSubsequence(
            "listening.source-added",
            "listening.source-paused",
            "listening.source-resumed",
            "listening.source-changed",
            "listening.source-removed");
  }

  @Test
  void aProcessThatDiesWhileAskingLosesAndDoublesNothing() throws Exception {
    UUID source = add("/feed.xml");
    askUntil(() -> health(source).lastSuccessAt() != null);
    items.add("<item><guid>9</guid><title>Late</title></item>");
    clock.advance(Duration.ofHours(4));
    PollQueue.Claim dead =
        queue.claim(1000).stream()
            .filter(claim -> claim.source().equals(source))
            .findFirst()
            .orElseThrow();

    poller.askDue();
    poller.awaitIdle();
    assertThat(health(source).posts()).as("nobody else asks while it is taken").isEqualTo(2);

    clock.advance(Duration.ofMinutes(4));
    askUntil(() -> health(source).posts() == 3);

    Heard late = new Heard.Posts(List.of(RawPost.of("9", "Late")), List.of(), "old cursor");
    assertThat(queue.heard(dead, late)).isEqualTo(new PollQueue.Outcome.Lost());
    assertThat(health(source).posts()).isEqualTo(3);
  }

  @Test
  void anAddressInsideANetworkIsRefusedWithASentence() {
    assertThat(browser.submit("/sources/look", "address", "http://127.0.0.9:1/feed").body())
        .contains("leads into a private network");
  }

  @Test
  void anAddressThatWasNotLookedAtIsRefusedWhenItIsSaved() {
    record Case(String address, String sentence) {}
    for (Case each :
        List.of(
            new Case("http://127.0.0.9:1/feed", "leads into a private network"),
            new Case("http://169.254.169.254/latest/meta-data/", "leads into a private network"),
            new Case("http://[::1]/feed", "leads into a private network"),
            new Case("https://someone:secret@192.0.2.7/feed", "carries a user name or password"),
            new Case("file:///etc/passwd", "Nothing was fetched"))) {
      HttpResponse<String> answer =
          browser.submit("/sources", "feed", each.address(), "name", "Inside", "takes", "ALL");
      assertThat(answer.body()).as(each.address()).contains(each.sentence());
    }
    assertThat(inOrganization(org, sources::all)).isEmpty();
  }

  @Test
  void aListOfSourcesCountsPostsToAThousandAndTheQuestionBeforeRemovingCountsAll() {
    UUID many = inOrganization(org, () -> sources.named("Survey", Source.Kind.API, who()).id());
    List<RawPost> posts =
        IntStream.range(0, 1_002).mapToObj(i -> RawPost.of("p" + i, "Visit " + i)).toList();
    inOrganization(org, () -> intake.receive(many, posts));

    assertThat(browser.get("/sources").body()).contains("more than 1,000 posts");
    assertThat(browser.get("/sources/" + many).body()).contains("more than 1,000 posts");
    assertThat(browser.get("/sources/" + many + "/remove").body()).contains("1,002");
    assertThat(api(org, Permission.READ_SOURCES).get("/api/v1/sources").body())
        .contains("\"posts\":1000,\"morePosts\":true");
  }

  @Test
  void aSitesFeedIsFoundAsItsPageNamesItOrAtTheUsualPlaces() throws IOException {
    server.on(
        "/site",
        "text/html",
        "<html><head><link rel='alternate' type='application/rss+xml' href='/feed.xml?from=page'>");

    assertThat(browser.submit("/sources/look", "address", server.url("/site").toString()).body())
        .contains("Kind nurses", "/feed.xml?from=page");
    assertThat(browser.submit("/sources/look", "address", server.url("/broken").toString()).body())
        .contains("Kind nurses");
    try (WebServer other = new WebServer()) {
      other.on("/", "text/html", "<html><body>no feed here</body></html>");
      assertThat(browser.submit("/sources/look", "address", other.url("/").toString()).body())
          .contains("found no feed on 127.0.0.1");
    }
  }

  @Test
  void aWatchIsTriedBeforeItIsSavedAndItsErrorNamesTheColumn() {
    UUID source = inOrganization(org, () -> sources.named("Survey", Source.Kind.API, who()).id());
    inOrganization(
        org, () -> intake.receive(source, List.of(RawPost.of("a", "We waited four hours"))));

    assertThat(
            browser
                .submit("/watches/preview", "name", "Waiting", "query", "wait* NEAR/3 hours")
                .body())
        .contains(
            "<mark class=\"hl\">waited</mark>", "<mark class=\"hl\">hours</mark>", "1 of the last");
    assertThat(browser.submit("/watches", "name", "Waiting", "query", "(wait* OR hours").body())
        .contains("Column 1:", "never closed");
    assertThat(browser.get("/watches").body()).doesNotContain("wait*");
  }

  @Test
  void aNewWatchFindsWhatWasThereBeforeItOnce() {
    UUID source =
        inOrganization(
            org,
            () ->
                sources.add(Source.Kind.API, "News", null, Source.Takes.MATCHED, null, who()).id());
    inOrganization(
        org,
        () ->
            intake.receive(
                source,
                List.of(
                    RawPost.of("a", "We waited four hours"), RawPost.of("b", "Sunny tomorrow"))));

    browser.submit("/watches", "name", "Waiting", "query", "waited", "past", "on");
    untilAllIsLookedThrough();
    browser.submit("/watches", "name", "Again", "query", "hours OR waited", "past", "on");
    untilAllIsLookedThrough();

    List<StoredPost> posts = inOrganization(org, () -> listening.lastPosts(source, 10));
    assertThat(posts)
        .filteredOn(post -> post.mention() != null)
        .extracting(StoredPost::text)
        .containsExactly("We waited four hours");
  }

  private void untilAllIsLookedThrough() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> inOrganization(org, () -> runs.unfinished()).isEmpty());
  }

  @Test
  void programsManageSourcesAndWatches() {
    Api api =
        api(org, Permission.READ_SOURCES, Permission.MANAGE_SOURCES, Permission.MANAGE_WATCHES);

    HttpResponse<String> added =
        api.post("/api/v1/sources", "{\"url\":\"" + server.url("/feed.xml") + "\"}");
    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(api.get("/api/v1/sources").body()).contains("Parents’ forum");
    assertThat(api.post("/api/v1/sources", "{\"url\":\"http://127.0.0.9/x\"}").body())
        .contains("outbound.address-private");

    HttpResponse<String> wrong =
        api.post("/api/v1/watches", "{\"name\":\"W\",\"query\":\"a AND (b\"}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(Api.json(wrong).path("column").asInt()).isEqualTo(6);
    HttpResponse<String> watch =
        api.post("/api/v1/watches", "{\"name\":\"W\",\"query\":\"a AND b\"}");
    assertThat(watch.statusCode()).isEqualTo(201);
    String path = "/api/v1/watches/" + Api.json(watch).path("id").asString();
    assertThat(api.send(api.request(path).DELETE()).statusCode()).isEqualTo(204);
  }

  private org.bedside.identity.SignedIn who() {
    return new org.bedside.identity.SignedIn(
        UUID.randomUUID(),
        false,
        "Test",
        org.id().value(),
        org.name(),
        java.time.ZoneOffset.UTC,
        java.util.Set.of());
  }
}
