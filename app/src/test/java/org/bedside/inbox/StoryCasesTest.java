package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoryCasesTest extends BedsideTest {

  private static final String STORY =
      "Larkspur Health will close its maternity ward at the end of March, the board said on Monday,"
          + " after it could not find enough midwives for the night shifts.";

  private static final String OTHER =
      "The car park behind the Larkspur eye clinic is being resurfaced this week, so please use the"
          + " entrance in Mill Lane until Friday.";

  @Autowired private PostIntake intake;
  @Autowired private Sources sources;
  @Autowired private Mentions mentions;
  @Autowired private Cases cases;
  @Autowired private JdbcClient jdbc;

  private final Map<String, UUID> added = new HashMap<>();

  @Test
  void theSameStoryFromThreeSourcesIsOneCaseThatNamesThem() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    receive(org, "River Radio", post("b", STORY + " https://river.example/?utm_source=rss"));
    receive(org, "Town Blog", post("c", "Sad news. " + STORY), post("d", OTHER));

    assertThat(open(org)).hasSize(2);
    CaseRow story = holding(org, "maternity");
    assertThat(story.mentions()).isEqualTo(3);
    assertThat(story.sources()).isEqualTo(3);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    assertThat(browser.get("/inbox").body()).contains("+2 sources");
    assertThat(browser.get("/inbox/" + story.id()).body())
        .contains("Also in 2 other sources: River Radio, Town Blog")
        .contains("The same words.");
  }

  @Test
  void postsOfOneBatchAreOneCaseToo() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY), post("b", "RT @valley: " + STORY));

    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(2);
  }

  @Test
  void theSameStoryFromTenSourcesAtOnceIsOneCase() {
    Org org = found("Larkspur Health");
    List<UUID> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(source(org, "Source " + i));
    }
    CompletableFuture.allOf(
            ten.stream()
                .map(
                    source ->
                        CompletableFuture.runAsync(
                            () ->
                                inOrganization(
                                    org, () -> intake.receive(source, List.of(post("a", STORY))))))
                .toArray(CompletableFuture[]::new))
        .join();
    waitUntilAssessed(org);

    assertThat(open(org)).singleElement().extracting(CaseRow::sources).isEqualTo(10);
  }

  @Test
  void shortPraiseByDifferentPeopleIsNoStory() {
    Org org = found("Larkspur Health");
    receive(
        org,
        "Reviews",
        post("a", "Great staff!").by("ada", null, null),
        post("b", "Great staff!").by("ben", null, null));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void whatTheSourceDeletesLeavesTheOthers() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    receive(org, "River Radio", post("b", STORY));
    receive(org, "Town Blog", post("c", STORY));

    inOrganization(org, () -> intake.withdraw(source(org, "River Radio"), List.of("b")));
    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(2);
    inOrganization(org, () -> intake.withdraw(source(org, "Valley News"), List.of("a")));
    assertThat(open(org))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.mentions()).isEqualTo(1);
              assertThat(row.sources()).isEqualTo(1);
              assertThat(row.preview()).contains("maternity");
            });
    inOrganization(org, () -> intake.withdraw(source(org, "Town Blog"), List.of("c")));
    assertThat(open(org)).isEmpty();
  }

  @Test
  void aDeletionWaitsForTheAssessmentOfItsPostWithoutHoldingTheCase() throws Exception {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    long open = holding(org, "maternity").id();
    UUID source = source(org, "Valley News");
    CompletableFuture<Void> deletion = new CompletableFuture<>();

    inOrganization(
        org,
        () -> {
          // What an assessment holds while it runs, and what it wants at its end.
          jdbc.sql("select id from mention for update").query((row, i) -> 1).list();
          int backend = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      inOrganization(org, () -> intake.withdraw(source, List.of("a")));
                      deletion.complete(null);
                    } catch (RuntimeException e) {
                      deletion.completeExceptionally(e);
                    }
                  });
          await().atMost(Duration.ofSeconds(20)).until(() -> somebodyWaitsFor(backend));
          assertThat(
                  jdbc.sql("select id from inbox_case where id = ? for update skip locked")
                      .param(open)
                      .query((row, i) -> row.getLong(1))
                      .list())
              .containsExactly(open);
        });

    deletion.get(20, TimeUnit.SECONDS);
    assertThat(open(org)).isEmpty();
  }

  private boolean somebodyWaitsFor(int backend) {
    return across
        .jdbc()
        .sql("select exists (select from pg_locks where ? = any(pg_blocking_pids(pid)))")
        .param(backend)
        .query((row, i) -> row.getBoolean(1))
        .single();
  }

  @Test
  void anEditMovesAPostOutOfItsStoryAndBack() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    receive(org, "River Radio", post("b", STORY));

    receive(org, "River Radio", post("b", OTHER));
    assertThat(open(org)).hasSize(2);
    assertThat(holding(org, "maternity").mentions()).isEqualTo(1);
    assertThat(holding(org, "car park").mentions()).isEqualTo(1);

    receive(org, "River Radio", post("b", STORY));
    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(2);
  }

  @Test
  void whatIsMoreUrgentThanTheClosedCaseOfItsStoryStaysOpen() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    CaseRow first = holding(org, "maternity");
    inOrganization(
        org,
        () -> {
          cases.close(first.id(), first.version(), Outcome.NO_FOLLOW_UP, somebody(org));
          return 0;
        });

    receive(org, "River Radio", post("b", STORY));
    assertThat(open(org)).isEmpty();
    receive(org, "Town Blog", post("c", STORY + " My wife is bleeding and nobody answers, help!"));
    assertThat(open(org)).singleElement().extracting(CaseRow::mentions).isEqualTo(1);
  }

  @Test
  void anUrgentPostLiftsTheCaseOfItsStory() {
    Org org = found("Larkspur Health");
    receive(org, "Valley News", post("a", STORY));
    receive(org, "Town Blog", post("c", STORY + " My wife is bleeding and nobody answers, help!"));

    assertThat(open(org))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.mentions()).isEqualTo(2);
              assertThat(row.priority().score()).isEqualTo(100);
            });
  }

  @Test
  void theSameWordsTwoMonthsLaterAreAnotherStory() {
    Org org = found("Larkspur Health");
    Instant now = clock.instant();
    receive(org, "Valley News", post("a", STORY).by(null, null, now.minus(Duration.ofDays(60))));
    receive(org, "River Radio", post("b", STORY).by(null, null, now));

    assertThat(open(org)).hasSize(2);
  }

  @Test
  void anotherOrganizationsPostsAreNoPartOfAStory() {
    Org one = found("Larkspur Health");
    Org other = found("Juniper Health");
    receive(one, "Valley News", post("a", STORY));
    added.clear();
    receive(other, "Valley News", post("a", STORY));

    assertThat(open(one)).singleElement().extracting(CaseRow::mentions).isEqualTo(1);
    assertThat(open(other)).singleElement().extracting(CaseRow::mentions).isEqualTo(1);
  }

  private static RawPost post(String id, String text) {
    return RawPost.of(id, text);
  }

  private UUID source(Org org, String name) {
    SignedIn by = somebody(org);
    return added.computeIfAbsent(
        name,
        _ ->
            inOrganization(
                org,
                () -> sources.add(Source.Kind.API, name, null, Source.Takes.ALL, null, by).id()));
  }

  private void receive(Org org, String source, RawPost... posts) {
    UUID id = source(org, source);
    inOrganization(org, () -> intake.receive(id, Arrays.asList(posts)));
    waitUntilAssessed(org);
  }

  private void waitUntilAssessed(Org org) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> inOrganization(org, () -> mentions.waiting().isOver()));
  }

  private List<CaseRow> open(Org org) {
    return inOrganization(org, () -> cases.list(InboxFilter.NONE, null, 50).rows());
  }

  private CaseRow holding(Org org, String words) {
    return open(org).stream()
        .filter(row -> row.preview().contains(words))
        .findFirst()
        .orElseThrow();
  }
}
