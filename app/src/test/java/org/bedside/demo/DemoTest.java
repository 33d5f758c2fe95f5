package org.bedside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bedside.BedsideApplication;
import org.bedside.Browser;
import org.bedside.TestDatabase;
import org.bedside.audit.AuditEntry;
import org.bedside.audit.AuditTrail;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Invitations;
import org.bedside.identity.Members;
import org.bedside.identity.Organizations;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.inbox.CaseEvent;
import org.bedside.inbox.CaseFile;
import org.bedside.inbox.CaseRow;
import org.bedside.inbox.Cases;
import org.bedside.inbox.InboxFilter;
import org.bedside.inbox.Outcome;
import org.bedside.insight.Feedback;
import org.bedside.listening.Listening;
import org.bedside.listening.SourceHealth;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionTemplate;

/** A demo whose first start was killed in the middle, and whose second start has done the rest. */
class DemoTest {

  private static ConfigurableApplicationContext server;
  private static OrganizationId organization;

  @BeforeAll
  static void start() {
    server =
        new SpringApplication(BedsideApplication.class, KilledInTheMiddle.class)
            .run(
                "--server.port=0",
                "--bedside.demo=true",
                "--bedside.data=" + TestDatabase.fresh("demo"),
                "--bedside.postgres-runtime=" + TestDatabase.runtime());
    organization = bean(Organizations.class).all().getFirst();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What a start leaves behind that dies while it takes in the posts. */
  @Order(0)
  static final class KilledInTheMiddle implements ApplicationRunner {

    private final SampleOrganization sample;
    private final SampleListening listening;
    private final Invitations invitations;

    KilledInTheMiddle(
        SampleOrganization sample, SampleListening listening, Invitations invitations) {
      this.sample = sample;
      this.listening = listening;
      this.invitations = invitations;
    }

    @Override
    public void run(ApplicationArguments arguments) {
      CurrentOrganization.run(
          sample.found().orElseThrow(),
          () -> {
            SignedIn by = sample.signedIn(Colleague.ADMINISTRATOR);
            var places = sample.places();
            invitations.invite(Colleague.PRIVACY.email(), Set.of(Role.PRIVACY_OFFICER), by);
            listening.watches(by);
            listening.posts(
                new SamplePosts(sample.administrator().joinedAt()).all().subList(0, 60),
                places,
                by);
          });
    }
  }

  @Test
  void theInboxHasWorkOfEveryKind() {
    List<CaseRow> open = cases(InboxFilter.State.OPEN);
    List<CaseRow> closed = cases(InboxFilter.State.CLOSED);

    assertThat(open).hasSizeBetween(150, 300);
    assertThat(open).filteredOn(row -> row.priority().score() >= 85).hasSizeBetween(5, 40);
    assertThat(open).filteredOn(row -> row.assignee() != null).hasSizeGreaterThan(2);
    assertThat(open).filteredOn(row -> row.mentions() > 1).isNotEmpty();
    assertThat(EnumSet.copyOf(open.stream().map(CaseRow::sentiment).toList()))
        .containsExactlyInAnyOrder(SentimentLabel.values());
    assertThat(closed).hasSizeGreaterThan(50);
    assertThat(closed.stream().map(CaseRow::outcome).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Outcome.values());
  }

  @Test
  void praiseIsHeardAsPraise() {
    List<CaseRow> all = cases(InboxFilter.State.ANY);

    assertThat(all)
        .filteredOn(row -> row.sentiment() == SentimentLabel.POSITIVE)
        .hasSizeGreaterThan(all.size() * 3 / 10);
  }

  @Test
  void thereAreNotesACorrectionASafeReplyAndADraftThatIsBlocked() {
    SignedIn demo = demo();
    List<CaseFile> files =
        in(
            () ->
                cases(InboxFilter.State.ANY).stream()
                    .map(row -> bean(Cases.class).find(row.id(), demo).orElseThrow())
                    .toList());

    assertThat(files.stream().flatMap(file -> file.events().stream()).map(CaseEvent::kind))
        .contains(CaseEvent.Kind.NOTE, CaseEvent.Kind.MERGED, CaseEvent.Kind.REPLY_POSTED);
    assertThat(files.stream().flatMap(file -> file.mentions().stream()))
        .anyMatch(mention -> !mention.corrections().isEmpty());
    assertThat(files.stream().flatMap(file -> file.replies().stream()))
        .anyMatch(reply -> reply.posted() && reply.verdict() == Verdict.Decision.ALLOW)
        .anyMatch(reply -> !reply.posted() && reply.verdict() == Verdict.Decision.BLOCK);
  }

  @Test
  void feedbackHasManyThemesOfEveryPlaceAndTwelveWeeks() {
    ZoneId zone = ZoneId.of("America/Chicago");
    LocalDate today = LocalDate.ofInstant(Instant.now(), zone);
    var period = new Feedback.Period(today.minusDays(83), today, zone, 7);

    List<Feedback.ThemeCount> themes = in(() -> bean(Feedback.class).themes(period, null));
    assertThat(themes.stream().map(Feedback.ThemeCount::theme).distinct().count()).isGreaterThan(8);
    assertThat(themes.stream().filter(count -> count.location() != null))
        .extracting(Feedback.ThemeCount::location)
        .satisfies(places -> assertThat(Set.copyOf(places)).hasSize(4));
    assertThat(in(() -> bean(Feedback.class).overTime(period, null)))
        .allMatch(step -> step.total() > 5);
  }

  @Test
  void everyPageOfTheMenuShowsSomethingToWhoeverSignsInAsPrinted() {
    int port = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Browser browser = Browser.at(port);
    assertThat(browser.trySignIn(Colleague.ADMINISTRATOR.email(), Colleague.PASSWORD).statusCode())
        .isEqualTo(302);

    Map<String, String> pages =
        Map.ofEntries(
            Map.entry("/inbox", "Riverside Clinic"),
            Map.entry("/inbox?state=closed", "Larkspur Main Hospital"),
            Map.entry("/inbox?state=mine", "Larkspur"),
            Map.entry("/inbox/for-you", "It names a nurse"),
            Map.entry("/approvals", "aria-current=\"page\">Waiting for you <span class=\"num\">1<"),
            Map.entry("/private", "class=\"item\""),
            Map.entry("/outgoing", "Larkspur Health on Bluesky"),
            Map.entry("/moderation", "Score"),
            Map.entry("/feedback", "Northgate Urgent Care"),
            Map.entry("/sources", "Larkspur Courier, letters"),
            Map.entry("/watches", "Waiting and phones"),
            Map.entry("/settings/people", "Sasha Aldwater"),
            Map.entry("/settings/locations", "Alder Falls"),
            Map.entry("/settings/inbox", "Riverside front desk"),
            Map.entry("/settings/targets", "Christmas Day"),
            Map.entry("/settings/wordings", "Parking, while the garage is rebuilt"),
            Map.entry("/settings/wordings/contacts", "555-0142"),
            Map.entry("/settings/approvals", "Replies to anything urgent"),
            Map.entry("/settings/channels", "Larkspur Health on Bluesky"),
            Map.entry("/settings/audit", "Robin Ashgrove"));
    new TreeMap<>(pages)
        .forEach((path, words) -> assertThat(browser.get(path).body()).as(path).contains(words));
  }

  @Test
  void postsThatNoWatchMatchesStayOutOfTheInbox() {
    Map<String, Long> unmentioned =
        in(() -> bean(Listening.class).recentPosts(1_000)).stream()
            .filter(post -> post.mention() == null)
            .collect(Collectors.groupingBy(post -> post.sourceName(), Collectors.counting()));

    assertThat(unmentioned).containsOnlyKeys("Bluesky");
  }

  @Test
  void anotherStartAddsNothing() throws InterruptedException {
    Snapshot before = snapshot();

    bean(DemoStart.class).run(new DefaultApplicationArguments());

    assertThat(snapshot()).isEqualTo(before);
    assertThat(before.posts()).isBetween(290L, 330L);
    assertThat(before.members()).isEqualTo(Colleague.values().length);
  }

  private record Snapshot(long posts, int members, int invited, int open, int closed, long audit) {}

  private static Snapshot snapshot() {
    return in(
        () ->
            new Snapshot(
                bean(Listening.class).health().values().stream()
                    .mapToLong(SourceHealth::posts)
                    .sum(),
                bean(Members.class).current().size(),
                bean(Invitations.class).open().size(),
                cases(InboxFilter.State.OPEN).size(),
                cases(InboxFilter.State.CLOSED).size(),
                bean(AuditTrail.class).latest(Long.MAX_VALUE, 1).stream()
                    .mapToLong(AuditEntry::number)
                    .sum()));
  }

  private static SignedIn demo() {
    return in(() -> bean(SampleOrganization.class).signedIn(Colleague.ADMINISTRATOR));
  }

  private static List<CaseRow> cases(InboxFilter.State state) {
    InboxFilter filter = InboxFilter.NONE.in(state);
    return in(() -> bean(Cases.class).list(filter, null, 1_000).rows());
  }

  @FunctionalInterface
  private interface Work<T> {
    T get();
  }

  private static <T> T in(Work<T> work) {
    if (CurrentOrganization.find().isPresent()) {
      return work.get();
    }
    return CurrentOrganization.<T, RuntimeException>call(
        organization,
        () ->
            Objects.requireNonNull(bean(TransactionTemplate.class).execute(status -> work.get())));
  }

  private static <T> T bean(Class<T> type) {
    return server.getBean(type);
  }
}
