package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleTest extends BedsideTest {

  @Autowired private Members members;

  @Test
  void aChangeOfRolesHoldsFromTheNextClickOn() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    Person ada = member(org, Role.CLINICIAN);
    Browser browser = signIn(ada);
    assertThat(browser.get("/settings/audit").statusCode()).isEqualTo(403);

    admin.post("/settings/people/" + ada.membership(), "roles", "PRIVACY_OFFICER");

    assertThat(browser.get("/settings/audit").statusCode()).isEqualTo(200);
  }

  @Test
  void whoeverNoLongerWorksHereIsSignedOutAtOnce() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    Person ada = member(org, Role.CLINICIAN);
    Browser browser = signIn(ada);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);

    admin.post("/settings/people/" + ada.membership() + "/end");

    assertThat(browser.get("/account").headers().firstValue("Location").orElse(""))
        .contains("/sign-in");
    assertThat(
            browser()
                .trySignIn(ada.email(), ada.password())
                .headers()
                .firstValue("Location")
                .orElse(""))
        .endsWith("/sign-in?wrong");
  }

  @Test
  void theLastAdministratorStays() {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.ADMINISTRATOR);
    Browser browser = signIn(ada);

    assertThat(browser.post("/settings/people/" + ada.membership(), "roles", "CLINICIAN").body())
        .contains("last administrator");
    assertThat(browser.post("/settings/people/" + ada.membership() + "/end").body())
        .contains("last administrator");
    assertThat(browser.get("/settings/people").statusCode()).isEqualTo(200);
  }

  @Test
  void twoAdministratorsWhoRemoveEachOtherAtTheSameMomentLeaveOne() throws InterruptedException {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.ADMINISTRATOR);
    Person jun = member(org, Role.ADMINISTRATOR);
    SignedIn by = somebody(org, Permission.MANAGE_PEOPLE);
    int refused = 0;
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<?>> ends = new ArrayList<>();
      for (Person person : List.of(ada, jun)) {
        ends.add(
            both.submit(() -> inOrganization(org, () -> members.end(person.membership(), by))));
      }
      for (Future<?> end : ends) {
        try {
          end.get();
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(LastAdministratorException.class);
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(1);
  }

  @Test
  void nobodyIsLeftWithoutARole() {
    Org org = found("Larkspur Health");
    Person ada = member(org, Role.CLINICIAN);

    assertThatThrownBy(
            () ->
                inOrganization(
                    org, () -> members.assignRoles(ada.membership(), Set.of(), somebody(org))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePeopleOfAnotherOrganizationAreNotFound() {
    Person stranger = member(found("Elsewhere"), Role.CLINICIAN);
    Browser admin = signIn(found("Here"), Role.ADMINISTRATOR);

    assertThat(admin.get("/settings/people/" + stranger.membership()).statusCode()).isEqualTo(404);
    assertThat(admin.post("/settings/people/" + stranger.membership() + "/end").statusCode())
        .isEqualTo(404);
    signIn(stranger);
  }

  @Test
  void aNameIsShownAsTextAndNeverAsMarkup() {
    Org org = found("<script>alert(1)</script> Clinic");
    String page = signIn(org, Role.ADMINISTRATOR).get("/settings/people").body();

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }
}
