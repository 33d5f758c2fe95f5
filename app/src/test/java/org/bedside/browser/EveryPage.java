package org.bedside.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bedside.TestDatabase;
import org.bedside.alerts.Channels;
import org.bedside.alerts.Shape;
import org.bedside.assessment.OwnThemes;
import org.bedside.directory.Locations;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.Watches;
import org.bedside.understanding.OwnTheme;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The pages of a part of the product, on a wide and a narrow screen, in light and dark: usable by
 * everybody (axe-core finds nothing), never scrolling sideways, nothing on the console, nothing
 * asked of another origin. On a second database each is opened once more: what a page looks like
 * doesn't depend on it.
 *
 * <p>All parts look at one organization that has something on every page, and one that has nothing.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(Stage.Provider.class)
abstract class EveryPage extends BrowserTest {

  @Autowired private Locations locations;
  @Autowired private Sources sources;
  @Autowired private Watches watches;
  @Autowired private OwnThemes ownThemes;
  @Autowired private Channels channels;

  Org full;
  Person maren;
  Visit asMaren;
  Visit asNewcomer;
  String openCase;
  String closedCase;
  String file;

  /** A page and how to get there. */
  record Place(String pattern, boolean empty, Supplier<String> path) {
    @Override
    public String toString() {
      return pattern + (empty ? " with nothing in it" : "");
    }
  }

  /** The pages of this part. */
  abstract Stream<Place> places();

  static Place at(String pattern) {
    return at(pattern, pattern);
  }

  static Place at(String pattern, String path) {
    return at(pattern, () -> path);
  }

  static Place at(String pattern, Supplier<String> path) {
    return new Place(pattern, false, path);
  }

  static Place empty(String path) {
    return new Place(path, true, () -> path);
  }

  @BeforeEach
  final void enter(Stage.Keeper keeper) {
    Stage stage = keeper.stage(port, this::set);
    full = stage.full();
    maren = stage.maren();
    asMaren = stage.asMaren();
    asNewcomer = stage.asNewcomer();
    openCase = stage.openCase();
    closedCase = stage.closedCase();
    file = stage.file();
  }

  /** What goes on while other tests run is none of their business. */
  @AfterAll
  final void leave() {
    Stream.of(asMaren, asNewcomer)
        .filter(Objects::nonNull)
        .forEach(visit -> visit.open("about:blank"));
  }

  @ParameterizedTest
  @MethodSource("places")
  final void everyPageIsUsableByEverybodyOnEveryScreen(Place place) {
    Visit visitor = place.empty() ? asNewcomer : asMaren;
    Look.WIDE_LIGHT.put(visitor.page());
    visitor.open(place.path().get());

    if (TestDatabase.externalUrl() == null) {
      assertThat(visitor.faults()).isEmpty();
    }
    visitor.expectNoComplaints();
  }

  private Stage set() {
    Person newcomer = member(found("Newcomer"), Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    full = found("The Larkspur Regional Health System and Its Affiliated Practices of the Valley");
    maren = member(full, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER);
    member(full, Role.COMMUNICATIONS, Role.PATIENT_EXPERIENCE, Role.CLINICIAN);
    var by = somebody(full);
    inOrganization(
        full,
        () -> {
          locations.add(new Description("Main Campus", "Lund", List.of("The old house")), by);
          locations.add(
              new Description("Pine Street " + Awkward.ENDLESS.substring(0, 120), "", List.of()),
              by);
          watch(by);
          channels.add(
              "Duty room " + Awkward.ENDLESS.substring(0, 60),
              URI.create("https://hooks." + Awkward.ENDLESS.substring(0, 60) + ".example/x"),
              "secret",
              Shape.CARD,
              8,
              by);
          ownThemes.add(
              new OwnTheme("Waiting in " + Awkward.ENDLESS.substring(0, 60), Awkward.examples()),
              by);
        });
    receive(full, Awkward.posts(UUID.fromString(place()), clock.instant()));
    heardAbout("Staff responsiveness", "NEGATIVE", true);
    heardAbout("Waiting in " + Awkward.ENDLESS.substring(0, 60), "POSITIVE", false);
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
    return new Stage(full, maren, asMaren, asNewcomer, openCase, closedCase, file);
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

  private List<String> cases() {
    return asMaren.page().locator("#inbox-list [data-row]").all().stream()
        .map(row -> row.getAttribute("href").replaceAll("^/inbox/(\\d+).*$", "$1"))
        .toList();
  }

  final String place() {
    return inOrganization(full, () -> locations.current().getFirst().id().toString());
  }

  private void watch(SignedIn by) {
    try {
      watches.add("Kindness", "nurses AND (lovely OR kind) NOT " + Awkward.ENDLESS, by);
    } catch (WatchSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
