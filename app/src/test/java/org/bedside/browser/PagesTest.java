package org.bedside.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bedside.mail.MailServer.Encryption.NONE;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bedside.TestDatabase;
import org.bedside.alerts.AlertState;
import org.bedside.alerts.Alerts;
import org.bedside.alerts.Channels;
import org.bedside.approvals.Approvals;
import org.bedside.approvals.Ask;
import org.bedside.approvals.Condition;
import org.bedside.approvals.Party;
import org.bedside.approvals.Policies;
import org.bedside.approvals.Policy;
import org.bedside.approvals.Risk;
import org.bedside.approvals.Subject;
import org.bedside.assessment.OwnThemes;
import org.bedside.channels.Deliveries;
import org.bedside.channels.Key;
import org.bedside.channels.Network;
import org.bedside.channels.NewChannel;
import org.bedside.channels.Order;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.evenhandedness.Contact;
import org.bedside.evenhandedness.Ledger;
import org.bedside.evenhandedness.ModerationAct;
import org.bedside.evenhandedness.ModerationPage;
import org.bedside.evenhandedness.ModerationReason;
import org.bedside.evenhandedness.ReviewRequests;
import org.bedside.evenhandedness.Selection;
import org.bedside.handover.Handovers;
import org.bedside.handover.Invitation;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.improvement.Plan;
import org.bedside.improvement.Tickets;
import org.bedside.improvement.Topic;
import org.bedside.listening.Mentions;
import org.bedside.listening.RawPost;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.Watches;
import org.bedside.mail.MailServer;
import org.bedside.privacy.Overrides;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.WatchSyntaxException;
import org.bedside.wordings.Language;
import org.bedside.wordings.Pair;
import org.bedside.wordings.Tone;
import org.bedside.wordings.WordingText;
import org.bedside.wordings.Wordings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page, on a wide and a narrow screen, in light and dark: usable by everybody (axe-core finds
 * nothing), never scrolling sideways, nothing on the console, nothing asked of another origin. A
 * page that is not listed here fails the test. On a second database each is opened once more: what
 * a page looks like doesn't depend on it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PagesTest extends BrowserTest {

  /** What is fetched into a page, streamed or downloaded, and what only leads elsewhere. */
  private static final Set<String> NO_PAGES =
      Set.of(
          "/",
          "/set-up", // looked at by FirstVisitStoryTest, while it can be
          "/live",
          "/inbox/new",
          "/inbox/{id}/presence",
          "/inbox/mention/{mention}",
          "/alerts/notice",
          "/inbox/{id}/pictures/{picture}",
          "/inbox/{id}/replies/{reply}",
          "/alerts/live",
          "/alerts/new",
          "/settings/audit.csv",
          "/feedback/over-time.csv",
          "/sources/feeds.opml",
          "/feedback/over-time.svg",
          "/feedback/themes.csv",
          "/ledger/rates.csv",
          "/ledger/entries.csv",
          "/improve/groups.csv",
          "/improve/tickets.csv",
          "/hooks/meta/{source}",
          "/hooks/websub/{token}",
          "/sources/granted",
          "/watches/{id}/run",
          "/sources/grants/{type}/start",
          "/sources/imports/{id}/progress",
          "/sources/imports/{id}/errors.csv");

  private static final String ZALGO =
      "Z̸̧̢̛̗̜̲͙̲̱̤̍̄̀̓̀̕͜ą̵̛̜̘͍̰̑̈́̋̕l̶̢̛̰̖͓͇̈́̽̔̿͝g̴̡̛̤͖̹̈́̈́̒̏o̸̡̟̗̰͊̀̏̚͝";
  private static final String ENDLESS = "Donaudampfschifffahrt".repeat(40);
  private static final String ARABIC =
      "الممرضات لطيفات جدا \u202e but the wait was long \u202d شكرا لكم";

  @Autowired private Locations locations;
  @Autowired private Sources sources;
  @Autowired private Watches watches;
  @Autowired private OwnThemes ownThemes;
  @Autowired private Alerts alerts;
  @Autowired private Channels channels;
  @Autowired private org.bedside.channels.Channels accounts;
  @Autowired private Deliveries deliveries;
  @Autowired private Mentions stored;
  @Autowired private Ledger ledger;
  @Autowired private ModerationPage publication;
  @Autowired private ReviewRequests requests;
  @Autowired private Tickets tickets;
  @Autowired private Approvals approvals;
  @Autowired private Policies policies;
  @Autowired private Handovers handovers;
  @Autowired private Wordings wordings;
  @Autowired private Overrides overrides;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  private Org full;
  private Person maren;
  private Person newcomer;

  /** They stay for all pages, as people do. */
  private Visit asMaren;

  private Visit asNewcomer;
  private String openCase = "";
  private String closedCase = "";
  private String file = "";

  /** A page and how to get there. */
  record Place(String pattern, boolean empty, Function<PagesTest, String> path) {
    @Override
    public String toString() {
      return pattern + (empty ? " with nothing in it" : "");
    }
  }

  static Stream<Place> places() {
    return Stream.of(
        at("/inbox"),
        at("/inbox", "/inbox?q=nobodyeverwrotethis"),
        at("/inbox", "/inbox?state=closed"),
        at("/inbox", "/inbox?state=open&select=shown"),
        empty("/inbox"),
        at("/moderation"),
        empty("/moderation"),
        at("/settings/inbox", PagesTest::arranged),
        empty("/settings/inbox"),
        at("/inbox/{id}", t -> "/inbox/" + t.openCase),
        at("/inbox/{id}", t -> "/inbox/" + t.closedCase),
        at("/inbox/{id}/reply", t -> "/inbox/" + t.openCase + "/reply"),
        at("/inbox/for-you"),
        empty("/inbox/for-you"),
        at("/inbox/{id}/history", t -> "/inbox/" + t.openCase + "/history"),
        at("/inbox", "/inbox?state=late"),
        at("/settings/targets"),
        at("/alerts"),
        at("/alerts", "/alerts?state=closed"),
        empty("/alerts"),
        at("/alerts/{id}", t -> "/alerts/" + t.alert()),
        at("/private", t -> "/private?shelf=" + t.privateShelf()),
        empty("/private"),
        at("/private/{id}", PagesTest::privateConversation),
        at("/private/invitations/{id}", t -> "/private/invitations/" + UUID.randomUUID()),
        at("/settings/private"),
        at("/p/{token}", "/p/unknown"),
        at("/p/{token}", t -> t.privatePage(0)),
        at("/p/{token}", t -> t.privatePage(1)),
        at("/p/{token}", t -> t.privatePage(2)),
        at("/p/{token}", t -> t.privatePage(3)),
        at("/p/{token}", t -> t.privatePage(4)),
        at("/p/{token}", PagesTest::privatePageOfSomebodyElse),
        at("/alerts/mail"),
        at("/settings/alerts"),
        at("/settings/guard"),
        at("/settings/overrides", PagesTest::overrideWaiting),
        empty("/settings/overrides"),
        at("/settings/alerts/channels"),
        empty("/settings/alerts/channels"),
        at("/settings/channels", t -> t.outgoing("SENT", "/settings/channels")),
        empty("/settings/channels"),
        at("/settings/channels/new"),
        at("/settings/channels/new", "/settings/channels/new?network=X"),
        at("/outgoing", t -> t.outgoing("WAITING", "/outgoing")),
        at("/outgoing", t -> t.outgoing("REFUSED", "/outgoing?show=not-sent")),
        empty("/outgoing"),
        at("/outgoing/{id}", t -> t.outgoing("WAITING", "/outgoing/")),
        at("/outgoing/{id}", t -> t.outgoing("UNKNOWN", "/outgoing/")),
        at("/outgoing/{id}", t -> t.outgoing("SENT", "/outgoing/")),
        at("/approvals", PagesTest::asked),
        at("/approvals", "/approvals?view=decided"),
        empty("/approvals"),
        at("/approvals/{id}", t -> "/approvals/" + t.approval(false)),
        at("/approvals/{id}", t -> "/approvals/" + t.approval(true)),
        at("/settings/approvals", PagesTest::tried),
        empty("/settings/approvals"),
        at("/settings/approvals/new"),
        at("/settings/approvals/{id}", t -> "/settings/approvals/" + t.policy()),
        at("/feedback"),
        empty("/feedback"),
        at("/ledger", PagesTest::acted),
        at("/ledger", "/ledger?stars=HIGH&reason=FAKE"),
        empty("/ledger"),
        at("/ledger/new"),
        at("/ledger/new", t -> "/ledger/new?mention=" + t.actedOn()),
        at("/ledger/requests"),
        empty("/ledger/requests"),
        at("/ledger/requests/{id}", t -> "/ledger/requests/" + t.request()),
        at("/o/{organization}/moderation", PagesTest::published),
        at("/improve"),
        at("/improve", "/improve?view=table"),
        empty("/improve"),
        at("/improve/tickets"),
        at("/improve/tickets", "/improve/tickets?state=closed"),
        empty("/improve/tickets"),
        at("/improve/tickets/new"),
        at("/improve/tickets/{id}", t -> "/improve/tickets/" + t.ticket(false)),
        at("/improve/tickets/{id}", t -> "/improve/tickets/" + t.ticket(true)),
        at("/settings/ticket-webhook"),
        at("/settings/mail", PagesTest::lettersThatFailed),
        empty("/settings/mail"),
        at("/sources"),
        empty("/sources"),
        at("/sources/new"),
        at("/sources/new", t -> "/sources/new?type=mail"),
        at("/sources/opml"),
        at("/sources/webhooks"),
        at("/sources/{id}", t -> "/sources/" + t.file),
        at("/sources/{id}", t -> "/sources/" + t.declined()),
        at("/sources/{id}/remove", t -> "/sources/" + t.file + "/remove"),
        at("/sources/imports"),
        at("/sources/imports/{id}", PagesTest::uploaded),
        at("/sources/imports/{id}", PagesTest::paused),
        at("/sources/imports/{id}", PagesTest::imported),
        at("/watches"),
        empty("/watches"),
        at("/watches/new"),
        at("/watches/propose"),
        empty("/watches/propose"),
        at("/watches/{id}", t -> "/watches/" + t.watch()),
        at("/watches/{id}/remove", t -> "/watches/" + t.watch() + "/remove"),
        at("/settings/people"),
        at("/settings/people/{id}", t -> "/settings/people/" + t.maren.membership()),
        at("/settings/tokens"),
        at("/settings/organization"),
        at("/settings/organizations/new"),
        at("/settings/locations"),
        empty("/settings/locations"),
        at("/settings/locations/{id}", t -> "/settings/locations/" + t.place()),
        at("/settings/wordings", PagesTest::worded),
        empty("/settings/wordings"),
        at("/settings/wordings/new"),
        at("/settings/wordings/{id}", t -> "/settings/wordings/" + t.wording()),
        at("/settings/wordings/contacts"),
        at("/settings/wordings/contacts", t -> "/settings/wordings/contacts?location=" + t.place()),
        at("/inbox/{id}/reply", PagesTest::composed),
        at("/settings/themes"),
        empty("/settings/themes"),
        at("/settings/themes/{id}", t -> "/settings/themes/" + t.theme()),
        at("/settings/themes/{id}/remove", t -> "/settings/themes/" + t.theme() + "/remove"),
        at("/settings/audit"),
        at("/account"),
        at("/sign-in"),
        at("/invitation/{token}", "/invitation/used-up"),
        at("/invitation/{token}", PagesTest::invited),
        at("/password/{token}", "/password/used-up"),
        at("/password/{token}", PagesTest::forgotten),
        at("/nothing/is/here"));
  }

  private static Place at(String pattern) {
    return at(pattern, pattern);
  }

  private static Place at(String pattern, String path) {
    return new Place(pattern, false, test -> path);
  }

  private static Place at(String pattern, Function<PagesTest, String> path) {
    return new Place(pattern, false, path);
  }

  private static Place empty(String path) {
    return new Place(path, true, test -> path);
  }

  @AfterAll
  void leave() {
    Stream.of(asMaren, asNewcomer).filter(Objects::nonNull).forEach(Visit::close);
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyPageIsUsableByEverybodyOnEveryScreen(Place place) {
    somethingToSee();
    Visit visitor = place.empty() ? asNewcomer : asMaren;
    Look.WIDE_LIGHT.put(visitor.page());
    visitor.open(place.path().apply(this));

    if (TestDatabase.externalUrl() == null) {
      assertThat(visitor.faults()).isEmpty();
    }
    visitor.expectNoComplaints();
  }

  @Test
  void noPageIsMissingFromTheList() {
    Set<String> pages =
        mapping.getHandlerMethods().keySet().stream()
            .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(info -> info.getPatternValues().stream())
            .filter(pattern -> !pattern.startsWith("/api/") && !pattern.startsWith("/error"))
            .collect(Collectors.toCollection(TreeSet::new));
    pages.removeAll(NO_PAGES);
    pages.removeAll(places().map(Place::pattern).collect(Collectors.toSet()));

    assertThat(pages).isEmpty();
  }

  private void somethingToSee() {
    if (full != null) {
      return;
    }
    newcomer = member(found("Newcomer"), Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    full = found("The Larkspur Regional Health System and Its Affiliated Practices of the Valley");
    maren = member(full, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    member(full, Role.COMMUNICATIONS, Role.PATIENT_EXPERIENCE, Role.CLINICIAN);
    var by = somebody(full);
    inOrganization(
        full,
        () -> {
          locations.add(new Description("Main Campus", "Lund", List.of("The old house")), by);
          locations.add(
              new Description("Pine Street " + ENDLESS.substring(0, 120), "", List.of()), by);
          watch(by);
          channels.add(
              "Duty room " + ENDLESS.substring(0, 60),
              URI.create("https://hooks." + ENDLESS.substring(0, 60) + ".example/x"),
              "secret",
              8,
              by);
          ownThemes.add(new OwnTheme("Waiting in " + ENDLESS.substring(0, 60), examples()), by);
        });
    receive(full, posts());
    heardAbout("Staff responsiveness", "NEGATIVE", true);
    heardAbout("Waiting in " + ENDLESS.substring(0, 60), "POSITIVE", false);
    asNewcomer = another(true).signIn(newcomer);
    asMaren = another(true).signIn(maren).open("/inbox");
    List<String> cases = cases();
    openCase = cases.getFirst();
    closedCase = cases.getLast();
    asMaren.open("/inbox/" + closedCase);
    asMaren.page().locator("#detail summary[data-key=c]").click();
    asMaren.press("No follow-up needed");
    asMaren.page().waitForURL("**/inbox/" + closedCase);
    file =
        inOrganization(full, () -> sources.named("Reviews", Source.Kind.FILE, by).id().toString());
  }

  /** So many of one theme that they may be shown, with words of every awkward kind. */
  private void heardAbout(String theme, String sentiment, boolean asks) {
    across
        .jdbc()
        .sql(
            """
            insert into improvement_said (mention_id, organization_id, published_at, post_version,
              theme, sentiment, asks, ask_start, ask_end, word_start, word_end)
            select id, organization_id, :now, 1, :theme, :sentiment, :asks,
              case when :asks then 0 end, case when :asks then 400 end, 0, 400
            from mention where organization_id = :organization
            on conflict (mention_id, theme) do update set published_at = excluded.published_at
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("theme", theme)
        .param("sentiment", sentiment)
        .param("asks", asks)
        .param("organization", full.id().value())
        .update();
  }

  private String ticket(boolean closed) {
    var by = somebody(full);
    Plan plan =
        new Plan(
            "Shorter waits " + ENDLESS.substring(0, 150),
            ENDLESS,
            maren.membership(),
            maren.name(),
            LocalDate.of(2026, 1, 31));
    long id =
        inOrganization(
            full, () -> tickets.open(new Topic("Staff responsiveness", null, null), plan, by));
    if (closed) {
      inOrganization(full, () -> tickets.close(id, 1, ENDLESS, by));
    }
    return Long.toString(id);
  }

  private List<String> cases() {
    return asMaren.page().locator("#inbox-list [data-row]").all().stream()
        .map(row -> row.getAttribute("href").replaceAll("^/inbox/(\\d+).*$", "$1"))
        .toList();
  }

  private List<RawPost> posts() {
    UUID somewhere = UUID.fromString(place());
    Instant now = clock.instant();
    List<String> texts = List.of(HARM, PRAISE, PARKING, ZALGO + " " + HARM, ENDLESS, ARABIC, "");
    List<RawPost> posts = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      posts.add(
          new RawPost(
              "post-" + i,
              texts.get(i),
              i % 2 == 0 ? "A title " + ENDLESS.substring(0, 90) : null,
              null,
              (double) (i % 5 + 1),
              i % 3 == 0 ? ENDLESS.substring(0, 80) : ZALGO,
              "https://reviews.example.org/" + i,
              null,
              null,
              now.minus(Duration.ofDays(9L * i)),
              i % 2 == 0 ? somewhere : null));
    }
    return posts;
  }

  private static List<String> examples() {
    return IntStream.range(0, 20).mapToObj(i -> "We waited " + i + " hours. " + ENDLESS).toList();
  }

  /** An inbox with a team, a label, a view, a macro and watched words, all with long names. */
  private String arranged() {
    asMaren.open("/settings/inbox");
    if (asMaren.page().locator("#teams details").count() == 0) {
      String name = ENDLESS.substring(0, 58);
      asMaren.page().locator("#team-new").fill(name);
      asMaren.press("Add the team");
      asMaren.page().locator("#label-new").fill(name);
      asMaren.press("Add the label");
      asMaren.page().locator("#word-new").fill("garage OR " + ENDLESS.substring(0, 200));
      asMaren.press("Watch for it");
      asMaren.page().locator("#macros summary").click();
      asMaren.page().locator("#macro-name").fill(name);
      asMaren.page().locator("#macros input[type=checkbox]").check();
      asMaren.press("Add the macro");
      asMaren.open("/inbox?state=open&order=newest");
      asMaren.page().locator(".views summary").click();
      asMaren.page().locator("#view-name").fill(name);
      asMaren.page().locator(".views .menu-panel .btn-primary").click();
    }
    return "/settings/inbox";
  }

  private String alert() {
    return inOrganization(
        full, () -> Long.toString(alerts.list(AlertState.OPEN, 1).getFirst().id()));
  }

  private String policy() {
    SignedIn by = somebody(full);
    Ask everybody =
        new Ask(
            Ask.Rule.ALL_OF,
            List.of(
                new Party.Holder(Role.PRIVACY_OFFICER),
                new Party.Person(UUID.randomUUID(), ENDLESS.substring(0, 60))));
    Ask officer = new Ask(Ask.Rule.ANY_OF, List.of(new Party.Holder(Role.PRIVACY_OFFICER)));
    Policy.Description what =
        new Policy.Description(
            ENDLESS.substring(0, 100),
            new Condition(
                Set.of(),
                Set.of("es", "en"),
                Set.of("Staff " + ENDLESS.substring(0, 60)),
                List.of(),
                Risk.Verdict.WARN,
                Risk.Urgency.LOW,
                10),
            List.of(officer, everybody),
            Duration.ofHours(3),
            true);
    return inOrganization(
        full,
        () -> {
          if (policies.all().isEmpty()) {
            policies.add(
                new Policy.Description(
                    "Everything", Condition.ALWAYS, List.of(officer), Duration.ofHours(3), false),
                by);
            policies.add(what, by);
          }
          return policies.all().getLast().id().toString();
        });
  }

  private String approval(boolean over) {
    policy();
    SignedIn by = somebody(full);
    Subject subject =
        new Subject(
            "reply",
            UUID.randomUUID().toString(),
            "A review " + ENDLESS.substring(0, 150),
            ARABIC + "\n\n" + ENDLESS,
            "/inbox",
            ENDLESS.substring(0, 60),
            null,
            Set.of("Staff " + ENDLESS.substring(0, 60)),
            new Risk(Risk.Verdict.BLOCK_OVERRIDDEN, Risk.Urgency.CRITICAL, 99),
            by.id(),
            null);
    UUID id = inOrganization(full, () -> approvals.request(subject, by));
    asMaren.open("/approvals/" + id).fill("Comment", ENDLESS).press(over ? "Refuse" : "Approve");
    asMaren.page().waitForURL("**/approvals/" + id);
    return id.toString();
  }

  private String asked() {
    approval(true);
    approval(false);
    return "/approvals";
  }

  private String tried() {
    policy();
    return "/settings/approvals?try=1&verdict=WARN&urgency=HIGH&priority=50&topic=Staff+"
        + ENDLESS.substring(0, 60);
  }

  /** The starter set, and one of awkward length that the guard objects to. */
  private String worded() {
    SignedIn by = somebody(full);
    if (inOrganization(full, () -> wordings.all()).isEmpty()) {
      inOrganization(
          full,
          () -> {
            wordings.takeOver(Language.ENGLISH, by);
            wordings.add(
                new WordingText(
                    ENDLESS.substring(0, 90),
                    Tone.INVITATION,
                    true,
                    new Pair(ENDLESS + " {phone} you were here", ARABIC),
                    Set.of("Our own " + ENDLESS.substring(0, 60)),
                    Set.of(),
                    Set.of()),
                by);
          });
      across
          .jdbc()
          .sql(
              """
              update wording set approved_by = 'Maren', approved_at = now()
              where organization_id = ? and tone <> 'REGRET'
              """)
          .param(full.id().value())
          .update();
    }
    return "/settings/wordings";
  }

  private String wording() {
    worded();
    return inOrganization(full, () -> wordings.all().getFirst().id().toString());
  }

  /** With suggestions, a draft in both languages and a variable that is not filled. */
  private String composed() {
    worded();
    String path = "/inbox/" + openCase + "/reply";
    asMaren.open(path);
    asMaren.page().locator("#reply").fill("**Call** {phone}! You were here. " + ENDLESS);
    asMaren.page().locator("details.other-version").evaluate("fold => { fold.open = true }");
    asMaren.page().locator("#translation").fill("Usted estuvo aquí el lunes.");
    // Leaving while a verdict is on its way would break it off.
    asMaren.page().locator("#verdict li q[lang=es]").first().waitFor();
    asMaren.press("Keep as draft");
    asMaren.page().waitForURL("**" + path + "#reply-title");
    return path;
  }

  private String theme() {
    return inOrganization(full, () -> ownThemes.all().getFirst().id().toString());
  }

  private String place() {
    return inOrganization(full, () -> locations.current().getFirst().id().toString());
  }

  /** A review that was acted on in every way, by somebody whose name is long. */
  private long actedOn() {
    SignedIn by = somebody(full);
    long review = inOrganization(full, () -> stored.latest(1).getFirst().id());
    if (inOrganization(full, () -> ledger.of(review)).isEmpty()) {
      inOrganization(
          full,
          () -> {
            ledger.record(
                review, ModerationAct.REPORTED_TO_NETWORK, ModerationReason.FAKE, null, by);
            ledger.record(review, ModerationAct.HIDDEN, ModerationReason.ABUSE, null, by);
          });
    }
    return review;
  }

  private String acted() {
    actedOn();
    return "/ledger";
  }

  /** A page about a reply in that state, of an account with a long name that sends nothing. */
  private String outgoing(String state, String page) {
    var by = somebody(full);
    UUID id =
        inOrganization(
            full,
            () -> {
              var keys = Map.of(Key.USER, "larkspur.test", Key.APP_PASSWORD, "x");
              UUID account =
                  accounts.add(
                      new NewChannel(Network.BLUESKY, ENDLESS.substring(0, 80), null, keys), by);
              accounts.pause(account, true, by);
              return deliveries.queue(
                  Order.of(
                      UUID.randomUUID(),
                      account,
                      "at://did:plc:a/app.bsky.feed.post/1",
                      "https://bsky.app/profile/a/post/1",
                      ENDLESS.substring(0, 290),
                      "de"),
                  by);
            });
    across
        .jdbc()
        .sql(
            """
            update delivery set state = :state, next_at = null, url = 'https://bsky.app/x',
              external_id = 'x', error_code = case when :state in ('REFUSED', 'UNKNOWN')
                then 'channels.refused.said' end, error_detail = :detail
            where id = :id
            """)
        .param("state", state)
        .param("detail", ENDLESS.substring(0, 200))
        .param("id", id)
        .update();
    return page.endsWith("/") ? page + id : page;
  }

  private String request() {
    List<Contact> list =
        List.of(
            new Contact("1", "ann@x.example", "207R00000X", ""),
            new Contact("2", "bo@x.example", "103T00000X", ""));
    SignedIn by = somebody(full);
    return inOrganization(
        full,
        () ->
            requests
                .make(
                    new ReviewRequests.Plan(
                        locations.current().getLast(),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31),
                        new Selection.RandomSample(50)),
                    list,
                    by)
                .recorded()
                .id()
                .toString());
  }

  private String lettersThatFailed() {
    mailServer.set(new MailServer("127.0.0.1", 1, "", "", "bedside@larkspur.example", NONE));
    across
        .jdbc()
        .sql(
            """
            insert into letter (id, organization_id, recipient, subject, text, state, error,
              error_detail, created_at, tried_at)
            values (:id, :organization, :recipient, :subject, '', 'FAILED', 'mail.error.recipient',
              '550', now(), now())
            """)
        .param("id", UUID.randomUUID())
        .param("organization", full.id().value())
        .param("recipient", ENDLESS.substring(0, 60) + "@example.org")
        .param("subject", ENDLESS.substring(0, 200))
        .update();
    return "/settings/mail";
  }

  private String published() {
    actedOn();
    inOrganization(full, () -> publication.show(true, somebody(full)));
    return "/o/" + full.id().value() + "/moderation";
  }

  private Invitation invitation() {
    SignedIn by = somebody(full, Permission.OPEN_HANDOVERS);
    return inOrganization(full, () -> handovers.invite("case", "12", "en", by));
  }

  /** The page of somebody who was invited, after so many steps. */
  private String privatePage(int steps) {
    String path = invitation().link().getPath();
    asMaren.open(path);
    if (steps > 0) {
      asMaren.press("Go on in this browser").heading("Before you write").waitFor();
    }
    if (steps > 1) {
      asMaren.page().locator("input[type=checkbox]").all().forEach(Locator::check);
      asMaren.press("Agree and go on").heading("What would you like").waitFor();
    }
    if (steps > 2) {
      asMaren.fill("What happened", ZALGO + " " + ENDLESS + "\n\n" + ARABIC);
      asMaren.page().locator("#contact").fill(ENDLESS.substring(0, 200));
      asMaren.press("Send").heading("Your conversation").waitFor();
    }
    if (steps > 3) {
      asMaren.page().locator("section details summary").first().click();
      asMaren.press("End the conversation").heading("has ended").waitFor();
    }
    return path;
  }

  private String privatePageOfSomebodyElse() {
    String path = invitation().link().getPath();
    asNewcomer.open(path);
    asNewcomer.press("Go on in this browser").heading("Before you write").waitFor();
    return path;
  }

  private String privateConversation() {
    privatePage(3);
    return inOrganization(
        full, () -> "/private/" + handovers.ofSubject("case", "12").getFirst().id());
  }

  private String privateShelf() {
    privatePage(3);
    return "FOR_US";
  }

  private void watch(SignedIn by) {
    try {
      watches.add("Kindness", "nurses AND (lovely OR kind) NOT " + ENDLESS, by);
    } catch (WatchSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private String watch() {
    return inOrganization(full, () -> watches.all().getFirst().id().toString());
  }

  /** A feed that its hub won't push, for a long reason. */
  private String declined() {
    publicAddress.set("https://bedside.example.org");
    String host = ENDLESS.substring(0, 60) + ".example";
    UUID feed =
        inOrganization(
            full,
            () ->
                sources
                    .add(
                        Source.Kind.FEED,
                        "Forum " + UUID.randomUUID(),
                        "https://" + host + "/feed",
                        Source.Takes.ALL,
                        null,
                        somebody(full))
                    .id());
    across
        .jdbc()
        .sql(
            """
            with named as (
              insert into feed_hub (source_id, organization_id, topic, base, hubs)
              values (:feed, :organization, 't', 't', array[:hub]))
            insert into hub_subscription (id, organization_id, source_id, hub, topic, callback_base,
              token_hash, sealed, state, error_code, error_detail, refused, refused_at,
              refused_code, delivered_at, created_at)
            values (:feed, :organization, :feed, :hub, 't', 'https://bedside.example.org',
              :hash, '', 'DENIED', 'push.denied', :reason, 1234, now(),
              'websub.signature', now(), now())
            """)
        .param("feed", feed)
        .param("organization", full.id().value())
        .param("hub", "https://hub." + host + "/")
        .param("hash", feed.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .param("reason", ENDLESS.substring(0, 290))
        .update();
    return feed.toString();
  }

  private String uploaded() {
    return upload("id,stars,text," + ENDLESS + "\n1,5," + ENDLESS + ",x\n");
  }

  private String upload(String content) {
    asMaren.open("/sources/imports");
    asMaren
        .page()
        .locator("#file")
        .setInputFiles(
            new com.microsoft.playwright.options.FilePayload(
                "a-file-with-a-rather-long-name-" + ENDLESS.substring(0, 60) + ".csv",
                "text/csv",
                content.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    asMaren.press("Next: columns");
    asMaren.page().waitForURL("**/sources/imports/*");
    return asMaren.page().url().replaceFirst("^https?://[^/]+", "");
  }

  /** On its way and standing still, so that all four looks see the same. */
  private String paused() {
    String path = upload("id,text\n" + "1,The same post again and again\n".repeat(60_000));
    asMaren.press("Import 60,000 rows");
    asMaren.press("Pause");
    asMaren.heading(": paused").waitFor();
    return path;
  }

  /** Over, with rows that were left out. */
  private String imported() {
    String path = upload("id,stars,text\n1,99," + ENDLESS + "\n2,5,Kind nurses\n3,x,\n");
    asMaren.page().locator("select[name=column1]").selectOption("rating");
    asMaren.press("Import 3 rows");
    asMaren.heading("imported").waitFor();
    return path;
  }

  private String invited() {
    asMaren.open("/settings/people");
    asMaren.fill("E-mail", "x" + UUID.randomUUID() + "@example.org").press("Make the link");
    return link();
  }

  private String overrideWaiting() {
    var by = somebody(full, Permission.OVERRIDE_GUARD);
    inOrganization(full, () -> overrides.second("1", ENDLESS, ENDLESS, by));
    inOrganization(
        full, () -> overrides.second("2", "Our records show it.", "Counsel agrees.", by));
    return "/settings/overrides";
  }

  private String forgotten() {
    Person somebody = member(full, Role.CLINICIAN);
    asMaren.open("/settings/people/" + somebody.membership()).press("Make a link");
    return link();
  }

  private String link() {
    return asMaren.page().locator("#link").innerText().strip().replaceFirst("^https?://[^/]+", "");
  }
}
