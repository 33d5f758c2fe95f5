package org.bedside.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Filters under a name. */
class SavedViewsTest extends WorkTest {

  @Autowired private SavedViews views;

  @Test
  void aViewIsTheFilterOfTheAddressWithWhatItFinds() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING, PRAISE);
    Person ann = member(org, Role.PATIENT_EXPERIENCE);
    Browser asAnn = signIn(ann);

    asAnn.submit("/inbox/views?sentiment=positive&q=lovely+nurses", "name", "What they love");

    String page = asAnn.get("/inbox").body();
    assertThat(page)
        .contains("What they love</span> <span class=\"num\">1</span>")
        .contains("/inbox?sentiment=positive&amp;q=lovely%20nurses");
    assertThat(asAnn.get("/inbox?sentiment=positive&q=lovely%20nurses").body())
        .contains("Remove this view")
        .contains("Lovely")
        .doesNotContain("wrong dose");
  }

  @Test
  void whatOneKeepsForOneselfNobodyElseSeesAndOnlyWhoMayShares() {
    Org org = found("Larkspur Health");
    hear(org, HARM);
    Browser experience = signIn(org, Role.PATIENT_EXPERIENCE);
    Browser communications = signIn(org, Role.COMMUNICATIONS);
    experience.submit("/inbox/views?state=closed", "name", "Private view", "shared", "yes");
    communications.submit("/inbox/views?state=all", "name", "Shared view", "shared", "yes");

    assertThat(communications.get("/inbox").body()).doesNotContain("Private view");
    assertThat(experience.get("/inbox").body()).contains("Private view").contains("Shared view");

    UUID shared = inOrganization(org, () -> views.of(worker(org)).getFirst()).id();
    assertThat(experience.submit("/inbox/views/" + shared + "/removal").body())
        .contains("not yours to remove");
    assertThat(experience.get("/inbox").body()).contains("Shared view");
  }

  @Test
  void theInboxOpensWithTheViewThatAPersonChose() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PRAISE);
    Browser browser = signIn(org, Role.COMMUNICATIONS);
    browser.submit("/inbox/views?sentiment=positive", "name", "Love", "shared", "yes");
    UUID id = inOrganization(org, () -> views.of(worker(org)).getFirst()).id();
    browser.submit("/inbox/views/" + id + "/first");

    assertThat(browser.open("/inbox").body()).contains("Lovely").doesNotContain("wrong dose");
    assertThat(browser.open("/inbox?state=open").body()).contains("wrong dose");
    assertThat(signIn(org, Role.COMMUNICATIONS).open("/inbox").body()).contains("wrong dose");

    browser.submit("/inbox/views/" + id + "/first");
    assertThat(browser.open("/inbox").body()).contains("wrong dose");
  }

  @Test
  void mineMeansWhoeverReads() {
    Org org = found("Larkspur Health");
    hear(org, HARM, PARKING);
    Person ann = member(org, Role.COMMUNICATIONS);
    SignedIn me = worker(org);
    inOrganization(org, () -> views.keep("My own", "state=mine", true, me));
    CaseRow row = row(org, "parking");
    inOrganization(
        org,
        () -> actions.apply(all(List.of(row)), List.of(new Step.Assign(ann.membership())), "", me));

    assertThat(signIn(ann).get("/inbox").body())
        .contains("My own</span> <span class=\"num\">1</span>");
    assertThat(signIn(org, Role.COMMUNICATIONS).get("/inbox").body())
        .contains("My own</span> <span class=\"num\">0</span>");
  }
}
