package org.bedside.wordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.bedside.directory.Locations;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WordingsTest extends BedsideTest {

  private static final String DISCLOSING = "Our records show that you refused the treatment.";

  @Autowired private Wordings wordings;
  @Autowired private Contacts contacts;
  @Autowired private Locations locations;

  @Test
  void aWordingIsUsedOnlyOnceSomebodyApprovedTheseVeryWords() {
    Org org = found("Larkspur Health");
    Browser writer = signIn(org, Role.COMMUNICATIONS);
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    String at = write(writer, "Waiting", "We are working to improve our wait times.", "");
    assertThat(approved(org)).isEmpty();

    assertThat(writer.post(at + "/approve").statusCode()).isEqualTo(403);
    assertThat(approved(org)).isEmpty();
    assertThat(officer.submit(at + "/approve").body()).contains("Approved by");
    assertThat(approved(org)).containsExactly("We are working to improve our wait times.");

    writer.submit(
        at,
        "name",
        "Waiting",
        "tone",
        "INFORMATION",
        "english",
        "Clear and timely communication is important to us.");
    assertThat(approved(org)).isEmpty();
    assertThat(writer.get(at).body()).contains("Waits for approval");

    officer.submit(at + "/approve");
    assertThat(approved(org)).containsExactly("Clear and timely communication is important to us.");
    writer.submit(at + "/retire");
    assertThat(approved(org)).isEmpty();
    writer.submit(at + "/restore");
    assertThat(approved(org)).isEmpty();
    assertThat(recorded(org))
        .containsExactly(
            "wordings.added",
            "wordings.approved",
            "wordings.changed",
            "wordings.approved",
            "wordings.retired",
            "wordings.restored");
  }

  @Test
  void whatTheGuardWouldBlockCannotBeApprovedAloneNorWithAllOthers() {
    Org org = found("Larkspur Health");
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);
    String english = write(officer, "Records", DISCLOSING, "");
    String spanish = write(officer, "Expediente", "", "Usted rechazó el tratamiento el lunes.");
    write(officer, "Thanks", "Thank you for your kind words!", "");

    assertThat(officer.get(english).body()).contains("Would disclose").contains("records show");
    assertThat(officer.submit(english + "/approve").body()).contains("can’t be approved");
    assertThat(officer.submit(spanish + "/approve").body()).contains("can’t be approved");
    assertThat(officer.submit("/settings/wordings/approvals").body())
        .contains("One wording is approved");
    assertThat(approved(org)).containsExactly("Thank you for your kind words!");
  }

  @Test
  void aVariableThatIsNotOnTheListIsRefusedSinceNothingOfAPostMayComeIn() {
    Org org = found("Larkspur Health");
    Browser writer = signIn(org, Role.COMMUNICATIONS);

    HttpResponse<String> answer =
        writer.post(
            "/settings/wordings", "name", "Dear", "english", "Dear {author}, call {phone}.");

    assertThat(answer.body()).contains("These are no variables: {author}");
    assertThat(inOrganization(org, () -> wordings.all())).isEmpty();
  }

  @Test
  void theStarterSetIsTakenOverOnceAndWaitsForApproval() {
    Org org = found("Larkspur Health");
    Browser officer = signIn(org, Role.PRIVACY_OFFICER);

    assertThat(officer.get("/settings/wordings").body()).contains("Take over all");
    assertThat(officer.submit("/settings/wordings/starters").body()).contains("wait for approval");
    assertThat(approved(org)).isEmpty();
    assertThat(officer.get("/settings/wordings").body()).doesNotContain("Take over all");
    officer.submit("/settings/wordings/starters");
    List<Wording> all = inOrganization(org, () -> wordings.all());
    assertThat(all).extracting(one -> one.text().name()).doesNotHaveDuplicates();

    officer.submit("/settings/wordings/approvals");
    assertThat(approved(org)).hasSameSizeAs(all);
  }

  @Test
  void anotherOrganizationsWordingsAndContactsAreNeitherSeenNorTouched() {
    Org ours = found("Larkspur Health");
    Org theirs = found("Elsewhere Clinic");
    String at = write(signIn(ours, Role.PRIVACY_OFFICER), "Ours", "Thank you for writing.", "");
    signIn(ours, Role.PRIVACY_OFFICER).submit(at + "/approve");
    inOrganization(
        ours,
        () ->
            contacts.keep(null, Map.of(Variable.PHONE, new Pair("555-0142", "")), somebody(ours)));
    Browser stranger = signIn(theirs, Role.ADMINISTRATOR);

    assertThat(stranger.get("/settings/wordings").body()).doesNotContain("Thank you for writing.");
    assertThat(stranger.get(at).statusCode()).isEqualTo(404);
    assertThat(stranger.post(at + "/retire").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/settings/wordings/contacts").body()).doesNotContain("555-0142");
    assertThat(approved(theirs)).isEmpty();
    assertThat(approved(ours)).hasSize(1);
    assertThat(
            inOrganization(theirs, () -> contacts.values(null))
                .in(Language.ENGLISH, Variable.PHONE))
        .isEmpty();
  }

  @Test
  void aPlaceHasItsOwnOfficeAndTheRestFromTheOrganization() {
    Org org = found("Larkspur Health");
    Browser writer = signIn(org, Role.COMMUNICATIONS);
    UUID pine =
        inOrganization(
                org,
                () ->
                    locations.add(
                        new Locations.Description("Pine Street Clinic", "", List.of()),
                        somebody(org)))
            .id();
    writer.submit(
        "/settings/wordings/contacts",
        "PHONE.en",
        "555-0142",
        "EMAIL.en",
        "care@larkspur.example",
        "EMERGENCY.en",
        "911");
    writer.submit(
        "/settings/wordings/contacts",
        "location",
        pine.toString(),
        "PHONE.en",
        "555-0199 {hours}",
        "EMERGENCY.en",
        "112");

    Values values = inOrganization(org, () -> contacts.values(pine));

    assertThat(values.fill("{location} {phone} {email} {emergency}", Language.ENGLISH).text())
        .isEqualTo("Pine Street Clinic 555-0199 hours care@larkspur.example 911");
    assertThat(
            inOrganization(org, () -> contacts.values(null))
                .fill("{location} {phone}", Language.ENGLISH)
                .text())
        .isEqualTo("{location} 555-0142");
  }

  private List<String> approved(Org org) {
    return inOrganization(org, () -> wordings.approved()).stream()
        .map(one -> one.text().words().english())
        .toList();
  }

  /** The address of a new wording. */
  private static String write(Browser browser, String name, String english, String spanish) {
    HttpResponse<String> answer =
        browser.post(
            "/settings/wordings",
            "name",
            name,
            "tone",
            "INFORMATION",
            "english",
            english,
            "spanish",
            spanish);
    assertThat(answer.statusCode()).isEqualTo(302);
    String at =
        answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    assertThat(browser.get(at).body()).contains("is added");
    return at;
  }
}
