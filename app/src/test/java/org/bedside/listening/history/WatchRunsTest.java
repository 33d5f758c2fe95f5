package org.bedside.listening.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bedside.BedsideTest;
import org.bedside.database.CurrentOrganization;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Mention;
import org.bedside.listening.Mentions;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.PessimisticLockingFailureException;

/** Steps are taken by the tests; the runner that would take them rests meanwhile. */
class WatchRunsTest extends BedsideTest {

  private static final int STEP = 100;
  private static final Instant OLD = Instant.parse("2019-05-01T12:00:00Z");

  @Autowired private HistoryRunner runner;
  @Autowired private Passes passes;
  @Autowired private WatchRuns runs;
  @Autowired private Watches watches;
  @Autowired private Sources sources;
  @Autowired private PostIntake intake;
  @Autowired private Mentions mentions;

  private Org org;
  private SignedIn who;
  private UUID news;

  @BeforeEach
  void found() {
    runner.stop();
    org = found("Larkspur Health");
    who = somebody(org);
    news = source(org, "News", Source.Takes.MATCHED);
  }

  @AfterEach
  void goOn() {
    runner.start();
  }

  @Test
  void everyMatchAmongStoredPostsIsFoundOnceWhateverItIsAlready() {
    UUID survey = source(org, "Survey", Source.Takes.ALL);
    UUID waiting = watch(org, "Waiting", "waited");
    receive(org, news, posts(0, 450, 9));
    receive(org, survey, List.of(RawPost.of("s1", "We waited long"), RawPost.of("s2", "Kind")));
    assertThat(matchedBy(waiting)).as("heard as they came in").isEqualTo(51);
    UUID again = watch(org, "Again", "waited OR slow");

    WatchRun first = finish(begin(waiting));
    WatchRun second = finish(begin(again));

    assertThat(first.found()).isEqualTo(51);
    assertThat(first.fresh()).as("all were mentions").isZero();
    assertThat(second.found()).isEqualTo(51);
    assertThat(matchedBy(waiting)).isEqualTo(51);
    assertThat(matchedBy(again)).isEqualTo(51);
    assertThat(finish(begin(again)).found()).as("run again").isEqualTo(51);
    assertThat(matchedBy(again)).isEqualTo(51);
    assertThat(mentionsOf(org)).isEqualTo(52);
  }

  @Test
  void postsOfAnyAgeAreFoundTheNewestFirst() {
    List<RawPost> old = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      old.add(RawPost.of("p" + i, "We waited " + i).by(null, null, OLD.plus(Duration.ofDays(i))));
    }
    receive(org, news, old);
    UUID watch = watch(org, "Waiting", "waited");
    WatchRun run = begin(watch);
    step(org);
    step(org);

    assertThat(find(run).looked()).isEqualTo(STEP);
    assertThat(oldestFound()).isEqualTo(OLD.plus(Duration.ofDays(50)));
    assertThat(finish(run).found()).isEqualTo(150);
    assertThat(oldestFound()).isEqualTo(OLD);
    assertThat(inOrganization(org, () -> watches.lastMatches()))
        .containsEntry(watch, OLD.plus(Duration.ofDays(149)));
  }

  @Test
  void aRunThatIsKilledGoesOnWhereItWas() {
    receive(org, news, posts(0, 450, 3));
    WatchRun run = begin(watch(org, "Waiting", "waited"));
    step(org);
    step(org);
    step(org);
    WatchRun before = find(run);
    CurrentOrganization.run(
        org.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  passes.step(STEP);
                  status.setRollbackOnly();
                }));

    assertThat(find(run)).isEqualTo(before);
    assertThat(before.looked()).isEqualTo(200);
    WatchRun done = finish(run);
    assertThat(done.looked()).isEqualTo(450);
    assertThat(done.found()).isEqualTo(150);
    assertThat(done.fresh()).isEqualTo(150);
    assertThat(mentionsOf(org)).isEqualTo(150);
  }

  @Test
  void aCancelledRunKeepsWhatItFound() {
    receive(org, news, posts(0, 300, 3));
    UUID watch = watch(org, "Waiting", "waited");
    WatchRun run = begin(watch);
    step(org);
    step(org);

    assertThat(inOrganization(org, () -> runs.cancel(run.id(), who))).isTrue();

    assertThat(step(org)).isFalse();
    WatchRun over = find(run);
    assertThat(over.state()).isEqualTo(WatchRun.State.CANCELLED);
    assertThat(over.found()).isEqualTo(matchedBy(watch)).isGreaterThan(30);
    assertThat(over.looked()).isEqualTo(STEP);
    assertThat(inOrganization(org, () -> runs.resume(run.id(), who))).isFalse();
  }

  @Test
  void aPausedRunWaitsAndGoesOn() {
    receive(org, news, posts(0, 300, 3));
    WatchRun run = begin(watch(org, "Waiting", "waited"));
    step(org);
    step(org);
    inOrganization(org, () -> runs.pause(run.id(), who));
    assertThat(step(org)).isFalse();

    inOrganization(org, () -> runs.resume(run.id(), who));

    assertThat(find(run).looked()).isEqualTo(STEP);
    assertThat(finish(run).looked()).isEqualTo(300);
  }

  @Test
  void anotherQueryLetsTheRunBeginAnew() {
    receive(org, news, posts(0, 300, 3));
    UUID watch = watch(org, "Waiting", "waited");
    WatchRun run = begin(watch);
    step(org);
    step(org);

    change(watch, "sunny");

    WatchRun done = finish(run);
    assertThat(done.looked()).isEqualTo(300);
    assertThat(done.found()).as("all that are sunny").isEqualTo(200);
  }

  @Test
  void aRemovedWatchEndsItsRunAndLeavesTheOthersAlone() {
    receive(org, news, posts(0, 300, 3));
    UUID gone = watch(org, "Waiting", "waited");
    begin(gone);
    WatchRun other = begin(watch(org, "Sun", "sunny"));
    step(org);
    step(org);
    inOrganization(org, () -> watches.remove(gone, who));

    assertThat(finish(other).found()).isEqualTo(200);
    assertThat(inOrganization(org, () -> runs.of(gone))).isEmpty();
    assertThat(inOrganization(org, () -> runs.unfinished())).isEmpty();
  }

  @Test
  void aPausedWatchIsNotHeldAgainstAnything() {
    receive(org, news, posts(0, 10, 3));
    UUID watch = watch(org, "Waiting", "waited");
    WatchRun run = begin(watch);
    activate(watch, false);
    assertThat(step(org)).isFalse();

    activate(watch, true);
    assertThat(finish(run).found()).isEqualTo(4);
  }

  @Test
  void anotherOrganizationsPostsAndRunsAreNotTouched() {
    Org other = found("Foxglove Clinic");
    receive(other, source(other, "News", Source.Takes.MATCHED), posts(0, 50, 2));
    receive(org, news, posts(0, 30, 2));
    WatchRun theirs =
        inOrganization(other, () -> runs.begin(watch(other, "W", "waited"), somebody(other)));
    WatchRun ours = finish(begin(watch(org, "W", "waited")));

    assertThat(ours.total()).isEqualTo(30);
    assertThat(ours.found()).isEqualTo(15);
    assertThat(mentionsOf(other)).isZero();
    assertThat(inOrganization(org, () -> runs.find(theirs.watch(), theirs.id()))).isEmpty();
    assertThat(inOrganization(org, () -> runs.cancel(theirs.id(), who))).isFalse();
    assertThat(inOrganization(org, () -> runs.pause(theirs.id(), who))).isFalse();
    assertThat(inOrganization(other, () -> runs.of(theirs.watch())))
        .extracting(WatchRun::state)
        .containsExactly(WatchRun.State.WAITING);
  }

  @Test
  void hostilePostsDoNotStopARun() {
    receive(
        org,
        news,
        List.of(
            RawPost.of("half", "waited \uD800 here"),
            RawPost.of("other", "\uDC00waited"),
            RawPost.of("nul", "waited\u0000long"),
            RawPost.of("long", "waited ".repeat(14_000)),
            RawPost.of("marks", "waited" + "\u0301".repeat(5_000)),
            RawPost.of("last", "they waited")));
    WatchRun done = finish(begin(watch(org, "Waiting", "waited")));
    assertThat(done.looked()).isEqualTo(6);
    assertThat(done.leftOut()).isZero();
    assertThat(done.found()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void progressNeverExceedsTheTotalWhateverComesAndGoes() {
    receive(org, news, posts(0, 450, 3));
    WatchRun run = begin(watch(org, "Waiting", "waited"));
    int more = 450;
    while (step(org)) {
      receive(
          org,
          news,
          posts(more, more + 60, 3).stream().map(post -> post.by(null, null, OLD)).toList());
      more += 60;
      String gone = "p" + more % 450;
      inOrganization(org, () -> intake.withdraw(news, List.of(gone)));
      WatchRun now = find(run);
      if (now.total() != null) {
        assertThat(now.looked()).isLessThanOrEqualTo(now.total());
        assertThat(now.total()).isLessThanOrEqualTo(450);
      }
    }
    WatchRun done = find(run);
    assertThat(done.state()).isEqualTo(WatchRun.State.DONE);
    assertThat(done.total()).isEqualTo(done.looked());
  }

  @Test
  void watchesThatWaitAtOnceGoThroughThePostsTogether() {
    receive(org, news, posts(0, 450, 3));
    WatchRun waiting = begin(watch(org, "Waiting", "waited"));
    WatchRun sun = begin(watch(org, "Sun", "sunny"));

    assertThat(steps()).as("one to begin, five of a hundred").isEqualTo(6);
    assertThat(find(waiting).found()).isEqualTo(150);
    assertThat(find(sun).found()).isEqualTo(300);
  }

  @Test
  void aWatchThatComesLaterCatchesUpAndThenTheyGoTogether() {
    receive(org, news, posts(0, 450, 3));
    WatchRun waiting = begin(watch(org, "Waiting", "waited"));
    step(org);
    step(org);
    receive(org, news, posts(450, 500, 3));
    WatchRun sun = begin(watch(org, "Sun", "sunny"));

    assertThat(steps()).as("beginning, the 150 before, then 350 together").isEqualTo(7);
    assertThat(find(waiting).looked()).isEqualTo(450);
    assertThat(find(waiting).found()).isEqualTo(150);
    assertThat(find(sun).looked()).isEqualTo(500);
    assertThat(find(sun).found()).isEqualTo(333);
  }

  @Test
  void aPostThatWasOnItsWayWhenTheWatchWasSavedIsFound() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch saved = new CountDownLatch(1);
    CompletableFuture<Void> onItsWay =
        CompletableFuture.runAsync(
            () ->
                inOrganization(
                    org,
                    () -> {
                      intake.receive(news, List.of(RawPost.of("late", "We waited")));
                      taken.countDown();
                      try {
                        saved.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                    }));
    taken.await();
    UUID watch = watch(org, "Waiting", "waited");
    WatchRun run = begin(watch);
    boolean begun;
    try {
      begun = step(org);
    } catch (PessimisticLockingFailureException e) {
      begun = false;
    }
    assertThat(begun).as("it waits for the post").isFalse();
    saved.countDown();
    onItsWay.join();

    assertThat(finish(run).found()).isEqualTo(1);
    assertThat(matchedBy(watch)).isEqualTo(1);
  }

  @Test
  void whatComesInIsAssessedBeforeWhatWasFoundInThePast() {
    receive(org, news, posts(0, 10, 1));
    WatchRun run = begin(watch(org, "Waiting", "waited"));
    // One transaction, so that nobody else assesses in between.
    List<Mention> inOrder =
        inOrganization(
            org,
            () -> {
              passes.step(STEP);
              passes.step(STEP);
              intake.receive(news, List.of(RawPost.of("live", "I waited just now")));
              return mentions.takePending(1);
            });
    assertThat(find(run).found()).isEqualTo(10);
    assertThat(inOrder)
        .extracting(Mention::externalId, Mention::fromHistory)
        .containsExactly(tuple("live", false));
  }

  private static List<RawPost> posts(int from, int to, int every) {
    return IntStream.range(from, to)
        .mapToObj(
            i -> RawPost.of("p" + i, (i % every == 0 ? "We waited here " : "A sunny day ") + i))
        .toList();
  }

  private UUID source(Org at, String name, Source.Takes takes) {
    return inOrganization(
        at, () -> sources.add(Source.Kind.API, name, null, takes, null, somebody(at)).id());
  }

  private void receive(Org at, UUID source, List<RawPost> posts) {
    inOrganization(at, () -> intake.receive(source, posts));
  }

  private UUID watch(Org at, String name, String query) {
    return inOrganization(
        at,
        () -> {
          try {
            return watches.add(name, query, somebody(at)).id();
          } catch (WatchSyntaxException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void change(UUID id, String query) {
    inOrganization(
        org,
        () -> {
          try {
            StoredWatch watch = watches.find(id).orElseThrow();
            watches.change(id, watch.name(), query, watch.active(), who);
          } catch (WatchSyntaxException e) {
            throw new AssertionError(e);
          }
        });
  }

  private void activate(UUID id, boolean active) {
    inOrganization(
        org,
        () -> {
          try {
            StoredWatch watch = watches.find(id).orElseThrow();
            watches.change(id, watch.name(), watch.query(), active, who);
          } catch (WatchSyntaxException e) {
            throw new AssertionError(e);
          }
        });
  }

  private WatchRun begin(UUID watch) {
    return inOrganization(org, () -> runs.begin(watch, who));
  }

  private boolean step(Org at) {
    return CurrentOrganization.<Boolean, RuntimeException>call(at.id(), () -> passes.step(STEP));
  }

  private int steps() {
    int steps = 0;
    while (step(org)) {
      steps++;
    }
    return steps;
  }

  private WatchRun finish(WatchRun run) {
    steps();
    WatchRun done = find(run);
    assertThat(done.state()).isEqualTo(WatchRun.State.DONE);
    return done;
  }

  private WatchRun find(WatchRun run) {
    return inOrganization(org, () -> runs.find(run.watch(), run.id()).orElseThrow());
  }

  private long matchedBy(UUID watch) {
    return one("select count(*) from mention_watch where watch_id = ?", watch);
  }

  private long mentionsOf(Org at) {
    return one("select count(*) from mention where organization_id = ?", at.id().value());
  }

  private long one(String sql, UUID of) {
    return across.jdbc().sql(sql).param(of).query(Long.class).single();
  }

  private Instant oldestFound() {
    return across
        .jdbc()
        .sql(
            """
            select min(p.published_at) from mention m join post p on p.id = m.post_id
            where m.organization_id = ?
            """)
        .param(org.id().value())
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
