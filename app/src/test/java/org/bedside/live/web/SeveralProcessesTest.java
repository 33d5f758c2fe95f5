package org.bedside.live.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bedside.BedsideTest;
import org.bedside.database.Notifications;
import org.bedside.identity.Members;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.live.LiveChange;
import org.bedside.live.LiveTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Two processes on one database: what one knows reaches the pages that are open in the other. */
class SeveralProcessesTest extends BedsideTest {

  private static final Duration SOON = Duration.ofSeconds(30);

  /** So seldom that what is heard was told because of what happened. */
  private static final Duration SELDOM = Duration.ofHours(1);

  /** At every look of whoever listens. */
  private static final Duration OFTEN = Duration.ofMillis(1);

  @Autowired private OpenPages pages;
  @Autowired private WhoIsThere whoIsThere;
  @Autowired private Notifications notifications;
  @Autowired private List<LiveTopic> topics;
  @Autowired private Keys keys;
  @Autowired private Members members;
  @Autowired private ApplicationEventPublisher events;

  /** Everything of another process that has to do with open pages. */
  private static final class Neighbour {
    final Telling telling;
    final OpenPages pages;
    final WhoIsThere whoIsThere;
    final Hearing hearing;

    Neighbour(
        Notifications notifications,
        List<LiveTopic> topics,
        Keys keys,
        Members members,
        Clock clock,
        Duration tellEvery) {
      telling = new Telling(notifications);
      pages = new OpenPages(topics, keys, telling, clock);
      Elsewhere elsewhere = new Elsewhere(clock);
      whoIsThere = new WhoIsThere(pages, keys, elsewhere, members);
      hearing = new Hearing(notifications, pages, elsewhere, telling, tellEvery);
    }

    void start() {
      pages.start();
      telling.start();
      hearing.start();
    }

    void stop() {
      pages.stop();
      hearing.stop();
      telling.stop();
    }
  }

  /** Whoever reads the stream of a page. */
  private static final class Reader extends SseEmitter {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private Runnable gone = () -> {};

    @Override
    public void send(SseEventBuilder event) {
      event.build().stream()
          .map(part -> String.valueOf(part.getData()))
          .flatMap(String::lines)
          .filter(line -> line.startsWith("event:"))
          .map(line -> line.substring("event:".length()))
          .forEach(heard::add);
    }

    @Override
    public synchronized void onCompletion(Runnable callback) {
      gone = callback;
    }

    void leave() {
      gone.run();
    }
  }

  private Neighbour other;
  private Org org;
  private SignedIn ada;
  private SignedIn ben;

  @BeforeEach
  void twoProcesses() {
    org = found("Larkspur Health");
    ada = as(member(org, Role.COMMUNICATIONS));
    ben = as(member(org, Role.COMMUNICATIONS));
    other = neighbour(SELDOM);
  }

  @AfterEach
  void theOtherEnds() {
    other.stop();
  }

  @Test
  void aChangeIsToldToThePagesOfTheOtherProcessOfThatOrganizationOnly() {
    Reader page = open(other.pages, ben, List.of());
    awaitListening(page);
    Reader stranger =
        open(other.pages, somebody(found("Foxglove Health"), Permission.READ_MENTIONS), List.of());

    inOrganization(org, () -> events.publishEvent(new LiveChange(org.id(), "cases")));

    await().atMost(SOON).until(() -> page.heard.contains("cases"));
    assertThat(stranger.heard).doesNotContain("cases");
  }

  @Test
  void whoeverHasTheSameThingOpenInTheOtherProcessIsSeenUntilTheyLeave() {
    Reader adas = open(pages, ada, List.of("case:17"));
    await().atMost(SOON).until(() -> adas.heard.contains("presence:case:17"));
    adas.heard.clear();
    Reader bens = open(other.pages, ben, List.of("case:17"));

    await()
        .atMost(SOON)
        .until(() -> whoIsThere.others("case:17", ada), List.of(ben.name())::equals);
    await()
        .atMost(SOON)
        .until(() -> other.whoIsThere.others("case:17", ben), List.of(ada.name())::equals);
    await().atMost(SOON).until(() -> adas.heard.contains("presence:case:17"));
    assertThat(whoIsThere.others("case:18", ada)).isEmpty();
    assertThat(whoIsThere.others("case:17", somebody(found("Foxglove"), Permission.READ_MENTIONS)))
        .isEmpty();

    adas.heard.clear();
    bens.leave();

    await().atMost(SOON).until(() -> whoIsThere.others("case:17", ada).isEmpty());
    await().atMost(SOON).until(() -> adas.heard.contains("presence:case:17"));
  }

  @Test
  void whoeverWasThereBeforeTheOtherProcessBeganIsSeenByIt() {
    open(other.pages, ben, List.of("case:19"));
    await()
        .atMost(SOON)
        .until(() -> whoIsThere.others("case:19", ada), List.of(ben.name())::equals);
    Neighbour third = neighbour(SELDOM);
    try {
      await()
          .atMost(SOON)
          .until(() -> third.whoIsThere.others("case:19", ada), List.of(ben.name())::equals);
    } finally {
      third.stop();
    }
  }

  @Test
  void withAProcessThatEndsOrIsSilentThoseWhoWereThereAreGone() {
    open(pages, ada, List.of("case:20"));
    open(other.pages, ben, List.of("case:20"));
    await().atMost(SOON).until(() -> !whoIsThere.others("case:20", ada).isEmpty());

    other.stop();

    await().atMost(SOON).until(() -> whoIsThere.others("case:20", ada).isEmpty());
    Elsewhere elsewhere = new Elsewhere(clock);
    Word.Present present =
        new Word.Present(other.telling.process(), org.id(), "case:20", List.of(ben.id(), ben.id()));
    assertThat(elsewhere.note(present)).isTrue();
    assertThat(elsewhere.note(present)).as("again").isFalse();
    assertThat(elsewhere.people(org.id(), "case:20")).containsExactly(ben.id());
    assertThat(elsewhere.people(found("Foxglove Health").id(), "case:20")).isEmpty();
    assertThat(elsewhere.forgetSilent()).isEmpty();
    clock.advance(Elsewhere.FORGOTTEN.plusSeconds(1));
    assertThat(elsewhere.forgetSilent()).hasSize(1);
    assertThat(elsewhere.people(org.id(), "case:20")).isEmpty();
  }

  @Test
  void whoStaysIsToldAgainAndOfAProcessThatFellSilentNobodyIsShown() {
    SignedIn cleo = as(member(org, Role.COMMUNICATIONS));
    String diedSuddenly =
        new Word.Present(UUID.randomUUID(), org.id(), "case:21", List.of(ada.id())).written();
    Neighbour there = neighbour(OFTEN);
    Neighbour third = neighbour(OFTEN);
    try {
      open(there.pages, ben, List.of("case:21"));
      await()
          .atMost(SOON)
          .until(() -> third.whoIsThere.others("case:21", cleo), List.of(ben.name())::equals);
      // once, to one that is known to listen: a second word on its way could arrive after the clock
      // has moved
      notifications.send(Telling.CHANNEL, diedSuddenly);
      await()
          .atMost(SOON)
          .until(
              () -> Set.copyOf(third.whoIsThere.others("case:21", cleo)),
              Set.of(ada.name(), ben.name())::equals);

      clock.advance(Elsewhere.FORGOTTEN.plusSeconds(1));

      await()
          .atMost(SOON)
          .until(() -> third.whoIsThere.others("case:21", cleo), List.of(ben.name())::equals);
    } finally {
      there.stop();
      third.stop();
    }
  }

  @Test
  void aConnectionThatIsLostIsMadeAnewAndPagesAskForWhatTheyMayHaveMissed() {
    Reader page = open(other.pages, ben, List.of());
    awaitListening(page);
    page.heard.clear();

    across
        .transactions()
        .executeWithoutResult(
            status -> {
              // as whoever made the connections, for nobody else may end them
              across.jdbc().sql("set local role none").update();
              across
                  .jdbc()
                  .sql(
                      "select pg_terminate_backend(pid) from pg_stat_activity"
                          + " where application_name = 'bedside listens'")
                  .query(Boolean.class)
                  .list();
            });

    await().atMost(SOON).until(() -> page.heard.contains("cases"));
    page.heard.clear();
    inOrganization(org, () -> events.publishEvent(new LiveChange(org.id(), "alerts")));
    await().atMost(SOON).until(() -> page.heard.contains("alerts"));
  }

  @Test
  void noWordHoldsMoreThanWhoseAndWhatKindItIs() {
    List<Word> words =
        List.of(
            new Word.Changed(other.telling.process(), org.id(), "cases"),
            new Word.Present(
                other.telling.process(), org.id(), "case:17", List.of(ada.id(), ben.id())),
            new Word.Hello(other.telling.process()),
            new Word.Goodbye(other.telling.process()));

    assertThat(words).allSatisfy(word -> assertThat(Word.read(word.written())).contains(word));
    assertThat(words).noneMatch(word -> word.written().contains(ada.name()));
    assertThat(Word.read("of a newer version")).isEmpty();
    assertThat(Word.read(other.telling.process() + " sings")).isEmpty();
  }

  /** Hears everything that may have been missed once its process listens. */
  private void awaitListening(Reader page) {
    await()
        .atMost(SOON)
        .until(
            () -> {
              inOrganization(org, () -> events.publishEvent(new LiveChange(org.id(), "cases")));
              return page.heard.contains("cases");
            });
    page.heard.clear();
  }

  private Neighbour neighbour(Duration tellEvery) {
    Neighbour fresh = new Neighbour(notifications, topics, keys, members, clock, tellEvery);
    fresh.start();
    return fresh;
  }

  private static Reader open(OpenPages pages, SignedIn who, List<String> watching) {
    Reader reader = new Reader();
    pages.open(who, watching, null, reader);
    return reader;
  }

  private SignedIn as(Person person) {
    return new SignedIn(
        person.membership(),
        false,
        person.name(),
        org.id().value(),
        org.name(),
        ZoneId.of("America/Chicago"),
        Set.of(Permission.READ_MENTIONS));
  }
}
