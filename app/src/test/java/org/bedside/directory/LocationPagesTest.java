package org.bedside.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LocationPagesTest extends BedsideTest {

  @Autowired private Locations locations;

  @Test
  void aPlaceIsAddedRenamedRetiredAndTakenBack() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    admin.post(
        "/settings/locations",
        "name",
        "Pine Street",
        "city",
        "Duluth",
        "otherNames",
        "Pine\r\nthe Pine clinic");
    Location pine = inOrganization(org, () -> locations.current().getFirst());
    assertThat(pine.otherNames()).containsExactly("Pine", "the Pine clinic");
    String own = "/settings/locations/" + pine.id();

    admin.post(own, "name", "Pine Street Clinic", "city", "Duluth", "otherNames", "Pine");
    assertThat(admin.get(own).body()).contains("Pine Street Clinic");

    admin.post(own + "/retire");
    assertThat(inOrganization(org, () -> locations.current())).isEmpty();

    admin.post(own + "/restore");
    assertThat(inOrganization(org, () -> locations.current()))
        .extracting(Location::name)
        .containsExactly("Pine Street Clinic");
  }

  @Test
  void aNameThatIsTakenAndAPlaceOfOthersAreRefused() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    admin.post("/settings/locations", "name", "Pine Street");
    Location pine = inOrganization(org, () -> locations.current().getFirst());

    assertThat(admin.post("/settings/locations", "name", "pine street ").body())
        .contains("already has this name");
    assertThat(
            signIn(found("Elsewhere"), Role.ADMINISTRATOR)
                .get("/settings/locations/" + pine.id())
                .statusCode())
        .isEqualTo(404);
  }
}
