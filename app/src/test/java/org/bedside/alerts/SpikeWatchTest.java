package org.bedside.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bedside.directory.Location;
import org.bedside.directory.Locations;
import org.bedside.identity.Role;
import org.bedside.listening.RawPost;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hours are counted as they are understood, and judged once. */
class SpikeWatchTest extends AlertingTest {

  @Autowired private SpikeWatch watch;
  @Autowired private Due due;
  @Autowired private Locations locations;

  private Instant hour() {
    return clock.instant().truncatedTo(ChronoUnit.HOURS);
  }

  private static RawPost post(String key, String text, Instant at) {
    return RawPost.of(key, text).by(null, null, at);
  }

  /** One post in each of the hours before, and a dozen about the portal in the last one. */
  private void rush(Org org) {
    List<RawPost> posts = new ArrayList<>();
    for (int i = 2; i <= 14; i++) {
      posts.add(post("old-" + i, "Parking was fine. " + i, hour().minus(Duration.ofHours(i))));
    }
    for (int i = 0; i < 12; i++) {
      posts.add(
          post(
              "new-" + i,
              "The patient portal is broken for everybody, number " + i,
              hour().minus(Duration.ofMinutes(30))));
    }
    receive(org, posts.toArray(RawPost[]::new));
  }

  private List<Alert> spikes(Org org) {
    return alerts(org, AlertState.OPEN).stream()
        .filter(alert -> alert.kind() == AlertKind.VOLUME_SPIKE)
        .toList();
  }

  @Test
  void aRushIsAlertedOnceWithTheWordsAndTheSourceThatDriveIt() {
    Org org = found("Larkspur Health");
    rush(org);
    assertThat(due.spikes(hour())).contains(org.id());

    inOrganization(org, () -> watch.judge(hour()));
    inOrganization(org, () -> watch.judge(hour()));

    assertThat(due.spikes(hour())).doesNotContain(org.id());
    assertThat(spikes(org)).hasSize(1);
    Alert spike = spikes(org).getFirst();
    assertThat(spike.about()).isEqualTo("hour");
    assertThat(spike.drivers()).anySatisfy(driver -> assertThat(driver.name()).isEqualTo("portal"));
    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/alerts/" + spike.id()).body())
        .contains("What drives it", "portal", "Reviews", "12 posts in the hour");
  }

  @Test
  void theNextHourOfTheSameRushIsNoSecondAlert() {
    Org org = found("Larkspur Health");
    rush(org);
    inOrganization(org, () -> watch.judge(hour()));
    clock.advance(Duration.ofHours(1));
    more(org, "more", 60);

    inOrganization(org, () -> watch.judge(hour()));

    assertThat(spikes(org)).hasSize(1);
  }

  @Test
  void aRushThatSomebodyClosedIsToldAnewOnceItIsMuchGraver() {
    Org org = found("Larkspur Health");
    rush(org);
    inOrganization(org, () -> watch.judge(hour()));
    Alert first = spikes(org).getFirst();
    inOrganization(org, () -> alerts.close(first.id(), somebody(org)));
    clock.advance(Duration.ofHours(1));
    more(org, "as-before", 12);
    inOrganization(org, () -> watch.judge(hour()));
    assertThat(spikes(org)).isEmpty();
    clock.advance(Duration.ofHours(1));
    more(org, "many-more", 400);

    inOrganization(org, () -> watch.judge(hour()));

    assertThat(spikes(org))
        .singleElement()
        .satisfies(again -> assertThat(again.id()).isEqualTo(first.id()))
        .satisfies(again -> assertThat(again.severity()).isGreaterThan(first.severity() + 1));
  }

  private void more(Org org, String key, int count) {
    List<RawPost> posts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      posts.add(
          post(
              key + "-" + i,
              "Portal still broken, number " + i,
              hour().minus(Duration.ofMinutes(20))));
    }
    receive(org, posts.toArray(RawPost[]::new));
  }

  /** A rush about one place, which the others drown: theirs come and go anyway. */
  private Location drowned(Org org) {
    var by = somebody(org);
    inOrganization(
        org, () -> locations.add(new Locations.Description("East Clinic", "", List.of()), by));
    Location east = inOrganization(org, () -> locations.current().getFirst());
    List<RawPost> posts = new ArrayList<>();
    for (int i = 1; i <= 14; i++) {
      Instant at = hour().minus(Duration.ofHours(i)).plus(Duration.ofMinutes(30));
      for (int n = 0; n < (i == 1 ? 18 : i % 2 == 0 ? 15 : 30); n++) {
        posts.add(post("other-" + i + "-" + n, "Parking was fine, number " + n, at));
      }
      posts.add(about(east, "east-" + i, "The lobby was fine.", at));
    }
    for (int i = 0; i < 11; i++) {
      posts.add(
          about(
              east,
              "new-" + i,
              "The patient portal is broken, number " + i,
              hour().minus(Duration.ofMinutes(30))));
    }
    receive(org, posts.toArray(RawPost[]::new));
    return east;
  }

  private static RawPost about(Location place, String key, String text, Instant at) {
    return new RawPost(key, text, null, null, null, null, null, null, null, at, place.id());
  }

  @Test
  void aRushAboutOnePlaceIsToldEvenWhereTheOthersDrownIt() {
    Org org = found("Larkspur Health");
    Location east = drowned(org);

    inOrganization(org, () -> watch.judge(hour()));

    assertThat(spikes(org)).extracting(Alert::location).containsExactly(east.id());
    assertThat(signIn(org, Role.PATIENT_EXPERIENCE).get("/alerts").body()).contains("East Clinic");
  }

  @Test
  void aRushThatIsToldOfAllPlacesIsNotToldOfOneOfThemBesides() {
    Org org = found("Larkspur Health");
    var by = somebody(org);
    inOrganization(
        org, () -> locations.add(new Locations.Description("East Clinic", "", List.of()), by));
    Location east = inOrganization(org, () -> locations.current().getFirst());
    List<RawPost> posts = new ArrayList<>();
    for (int i = 2; i <= 14; i++) {
      posts.add(
          about(east, "old-" + i, "The lobby was fine. " + i, hour().minus(Duration.ofHours(i))));
    }
    for (int i = 0; i < 12; i++) {
      posts.add(
          about(
              east,
              "new-" + i,
              "The patient portal is broken, number " + i,
              hour().minus(Duration.ofMinutes(30))));
    }
    receive(org, posts.toArray(RawPost[]::new));

    inOrganization(org, () -> watch.judge(hour()));

    assertThat(spikes(org)).singleElement().extracting(Alert::location).isNull();
  }

  @Test
  void aPostThatIsDeletedIsCountedNoMore() {
    Org org = found("Larkspur Health");
    rush(org);
    var source = source(org);
    List<String> gone = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      gone.add("new-" + i);
    }

    inOrganization(org, () -> intake.withdraw(source, gone));
    inOrganization(org, () -> watch.judge(hour()));

    assertThat(spikes(org)).isEmpty();
  }
}
