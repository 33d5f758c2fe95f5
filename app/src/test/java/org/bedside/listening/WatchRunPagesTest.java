package org.bedside.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.inbox.NewCases;
import org.bedside.listening.history.WatchRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class WatchRunPagesTest extends BedsideTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @Autowired private Sources sources;
  @Autowired private PostIntake intake;
  @Autowired private Watches watches;
  @Autowired private WatchRuns runs;
  @Autowired private Mentions mentions;
  @Autowired private NewCases newCases;

  private Org org;
  private Browser browser;
  private UUID news;

  @BeforeEach
  void found() {
    org = found("Larkspur Health");
    browser = signIn(org, Role.COMMUNICATIONS);
    news = source("News", Source.Takes.MATCHED);
  }

  @Test
  void aNewWatchShowsItsWayThroughAllStoredPosts() {
    receive(news, IntStream.range(0, 40).mapToObj(i -> post("p" + i, "We waited " + i)).toList());

    HttpResponse<String> saved =
        browser.post("/watches", "name", "Waiting", "query", "waited", "past", "on");
    String page = URI.create(saved.headers().firstValue("Location").orElseThrow()).getPath();
    assertThat(page).contains("/watches/");
    assertThat(browser.get(page).body())
        .contains("Stored posts", "all stored posts are being looked through");
    untilDone();

    assertThat(browser.get(page).body())
        .contains("40 of 40 posts looked at, 40 found")
        .contains("<progress", "max=\"40\"", "Run again", "40 of those found were no mentions")
        .doesNotContain("hx-trigger=\"every 1s\"");
    assertThat(browser.inLanguage("es").get(page).body())
        .contains("40 de 40 publicaciones repasadas, 40 encontradas", "Repasar otra vez");
  }

  @Test
  void theBarMovesAndTheCardIsExchangedOnlyWhenItsStateIsAnother() {
    UUID watch = watch("Waiting", "waited");
    // A paused watch's run waits, so that it stands still for the test.
    browser.submit("/watches/" + watch + "/pause");
    browser.submit("/watches/" + watch + "/run");
    String base = "/watches/" + watch + "/run";

    HttpResponse<String> same = browser.get(base + "?state=waiting");
    assertThat(same.body())
        .contains("id=\"run-bar\"", "hx-get=\"" + base + "?state=waiting\"")
        .doesNotContain("<form");
    assertThat(same.headers().firstValue("HX-Retarget")).isEmpty();
    HttpResponse<String> other = browser.get(base + "?state=running");
    assertThat(other.body()).contains("id=\"run\"", base + "/pause", base + "/cancel");
    assertThat(other.headers().firstValue("HX-Retarget")).contains("#run");

    assertThat(browser.submit(base + "/pause").body())
        .contains("The run is paused", base + "/resume");
    assertThat(browser.submit(base + "/resume").body()).contains("The run goes on");
    assertThat(browser.submit(base + "/cancel").body())
        .contains("The run is cancelled. What was found stays.", "Run again");
    assertThat(browser.submit(base + "/cancel").body()).contains("The run was over already");
  }

  @Test
  void aRunThatStandsStillSaysWhyAndShowsNoBarThatSeemsToMove() {
    UUID watch = watch("Waiting", "waited");
    String page = "/watches/" + watch;
    browser.submit(page + "/pause");
    browser.submit(page + "/run");
    assertThat(browser.get(page).body())
        .contains("This watch is paused. Its run waits")
        .doesNotContain("<progress");

    browser.submit(page + "/run/pause");
    assertThat(browser.get(page).body())
        .contains("No post has been looked at yet.", "goes on from here when you say so")
        .doesNotContain("it goes on, even after a restart", "<progress");
    assertThat(browser.get("/watches").body())
        .contains("Stored posts, paused: No post has been looked at yet.");

    browser.submit(page + "/run/cancel");
    assertThat(browser.get(page).body())
        .contains("Cancelled before a post was looked at.")
        .doesNotContain("<progress");
  }

  @Test
  void aRunThatCannotGoOnStandsBeforeTheQueryAndSaysWhatToDo() {
    UUID watch = watch("Waiting", "waited");
    String page = "/watches/" + watch;
    browser.submit(page + "/pause");
    browser.submit(page + "/run");
    across
        .jdbc()
        .sql(
            "update watch_run set state = 'FAILED', failure = 'unexpected', total = 9, looked = 3"
                + " where watch_id = ?")
        .param(watch)
        .update();

    assertThat(browser.get(page).body())
        .containsSubsequence(
            "Stopped", "3 of 9 posts", "Run it again", "Run again", "id=\"query\"");
  }

  @Test
  void aRunWhereNothingIsStoredSaysSo() {
    UUID watch = watch("Waiting", "waited");
    browser.submit("/watches/" + watch + "/run");
    untilDone();

    assertThat(browser.get("/watches/" + watch).body())
        .contains("There was no post to look at.")
        .doesNotContain("<progress");
  }

  @Test
  void anotherQueryIsHeldAgainstAllStoredPostsAndAnotherNameIsNot() {
    receive(news, List.of(post("a", "We waited"), post("b", "A sunny day")));
    UUID watch = watch("Waiting", "waited");
    browser.post("/watches/" + watch, "name", "Sun", "query", "waited", "past", "on");
    assertThat(inOrganization(org, () -> runs.of(watch))).isEmpty();
    browser.post("/watches/" + watch, "name", "Sun", "query", "sunny");
    assertThat(inOrganization(org, () -> runs.of(watch))).isEmpty();

    browser.post("/watches/" + watch, "name", "Sun", "query", "sunny OR rain", "past", "on");
    untilDone();

    assertThat(inOrganization(org, () -> runs.of(watch)).getFirst().found()).isEqualTo(1);
  }

  @Test
  void whatIsFoundInThePastKeepsItsTimeAndIsNotTold() {
    Instant old = Instant.parse("2024-02-03T04:05:06Z");
    receive(news, List.of(post("a", "We waited and the nurse shouted").by("Ann Lee", null, old)));
    clock.advance(Duration.ofMinutes(5));
    Instant drawn = clock.instant();
    clock.advance(Duration.ofMinutes(5));
    browser.post("/watches", "name", "Waiting", "query", "waited", "past", "on");
    untilDone();
    untilAssessed();

    assertThat(inOrganization(org, () -> newCases.since(drawn)).cases()).isZero();
    assertThat(browser.get("/inbox").body()).contains("Ann Lee", "2024-02-03T04:05:06Z");

    receive(news, List.of(post("b", "I waited this morning")));
    untilAssessed();
    assertThat(inOrganization(org, () -> newCases.since(drawn)).cases()).isEqualTo(1);
  }

  @Test
  void aCaseThatWasThereIsFoundByTheNewWatchToo() {
    receive(source("Survey", Source.Takes.ALL), List.of(post("a", "We waited for hours")));
    untilAssessed();
    browser.post("/watches", "name", "Waiting", "query", "waited", "past", "on");
    untilDone();

    UUID watch = inOrganization(org, () -> watches.all()).getFirst().id();
    assertThat(browser.get("/inbox?watch=" + watch).body()).contains("We waited for hours");
  }

  @Test
  void programsBeginFollowAndCancelRuns() {
    receive(news, List.of(post("a", "We waited"), post("b", "A sunny day")));
    Api api = api(org, Permission.READ_SOURCES, Permission.MANAGE_WATCHES);
    UUID watch = watch("Waiting", "waited");
    String path = "/api/v1/watches/" + watch + "/runs";
    assertThat(Api.json(api.get(path)).path("items")).isEmpty();

    HttpResponse<String> begun = api.post(path, "");
    assertThat(begun.statusCode()).isEqualTo(201);
    String run = begun.headers().firstValue("Location").orElseThrow();
    untilDone();
    JsonNode done = Api.json(api.get(run));
    assertThat(done.path("state").asString()).isEqualTo("done");
    assertThat(done.path("total").asInt()).isEqualTo(2);
    assertThat(done.path("looked").asInt()).isEqualTo(2);
    assertThat(done.path("newMentions").asInt()).isEqualTo(1);

    browser.post("/watches/" + watch + "/pause");
    String second = api.post(path, "").headers().firstValue("Location").orElseThrow();
    assertThat(api.post(path, "").statusCode()).as("it is on a run").isEqualTo(409);
    assertThat(api.send(api.request(second).DELETE()).statusCode()).isEqualTo(204);
    assertThat(Api.json(api.get(second)).path("state").asString()).isEqualTo("cancelled");
    assertThat(Api.json(api.get(path)).path("items")).hasSize(2);

    Api others = api(found("Foxglove"), Permission.READ_SOURCES, Permission.MANAGE_WATCHES);
    assertThat(others.get(path).statusCode()).isEqualTo(404);
    assertThat(others.post(path, "").statusCode()).isEqualTo(404);
    assertThat(others.get(second).statusCode()).isEqualTo(404);
    assertThat(others.send(others.request(second).DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void whoMayOnlySeeWatchesSeesTheRunAndCannotSteerIt() {
    UUID watch = watch("Waiting", "waited");
    Browser reader = signIn(org, Role.PATIENT_EXPERIENCE);
    assertThat(reader.get("/watches/" + watch).body())
        .contains("has not been held against the posts")
        .doesNotContain("action=\"/watches/" + watch + "/run\"");
    assertThat(reader.get("/watches/" + watch + "/run").statusCode()).isEqualTo(200);
    assertThat(reader.post("/watches/" + watch + "/run").statusCode()).isEqualTo(403);
    assertThat(reader.post("/watches/" + watch + "/run/cancel").statusCode()).isEqualTo(403);
  }

  private static RawPost post(String id, String text) {
    return RawPost.of(id, text);
  }

  private UUID source(String name, Source.Takes takes) {
    return inOrganization(
        org, () -> sources.add(Source.Kind.API, name, null, takes, null, somebody(org)).id());
  }

  private void receive(UUID source, List<RawPost> posts) {
    inOrganization(org, () -> intake.receive(source, posts));
  }

  /** Without a run of its own. */
  private UUID watch(String name, String query) {
    browser.post("/watches", "name", name, "query", query);
    return inOrganization(org, () -> watches.all()).getFirst().id();
  }

  private void untilDone() {
    await().atMost(SOON).until(() -> inOrganization(org, () -> runs.unfinished()).isEmpty());
  }

  private void untilAssessed() {
    await().atMost(SOON).until(() -> inOrganization(org, () -> mentions.waiting()).isOver());
  }
}
