package org.bedside.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.directory.Locations.Description;
import org.bedside.identity.Founding;
import org.bedside.identity.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LocationsTest extends BedsideTest {

  @Autowired private Locations locations;
  @Autowired private Founding founding;

  @Test
  void thePlacesNamedAtSetUpAreThereOnce() {
    var founded =
        founding.found(
            new Founding.Request(
                "Larkspur Health",
                ZoneId.of("America/Chicago"),
                List.of("Main Campus", "Pine Street", "main campus"),
                "Ada",
                "ada-" + UUID.randomUUID() + "@example.org",
                "a long enough password"));
    Org org = new Org(founded, "Larkspur Health");

    assertThat(inOrganization(org, () -> locations.current()))
        .extracting(Location::name)
        .containsExactly("Main Campus", "Pine Street");
  }

  @Test
  void aNameInUseIsRefusedUntilItsPlaceIsRetired() {
    Org org = found("Larkspur Health");
    SignedIn by = somebody(org);
    Location pine = inOrganization(org, () -> locations.add(described("Pine Street"), by));

    assertThatThrownBy(() -> inOrganization(org, () -> locations.add(described("PINE street"), by)))
        .isInstanceOf(LocationNameTakenException.class);

    inOrganization(org, () -> locations.retire(pine.id(), by));
    Location again = inOrganization(org, () -> locations.add(described("Pine Street"), by));

    assertThat(inOrganization(org, () -> locations.current()))
        .extracting(Location::id)
        .containsExactly(again.id());
    assertThat(inOrganization(org, () -> locations.find(pine.id())).orElseThrow().retired())
        .isTrue();
    assertThatThrownBy(() -> inOrganization(org, () -> locations.restore(pine.id(), by)))
        .isInstanceOf(LocationNameTakenException.class);
  }

  @Test
  void otherNamesAreKeptWithoutBlanksAndRepetitions() {
    Org org = found("Larkspur Health");
    Location added =
        inOrganization(
            org,
            () ->
                locations.add(
                    new Description(
                        " Main\u0000 Campus ", "Duluth", List.of("the Main", " ", "the Main ")),
                    somebody(org)));

    assertThat(inOrganization(org, () -> locations.find(added.id())).orElseThrow().names())
        .containsExactly("Main Campus", "the Main");
  }

  private static Description described(String name) {
    return new Description(name, "", List.of());
  }
}
