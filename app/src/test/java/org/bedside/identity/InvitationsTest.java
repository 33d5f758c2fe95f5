package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;

class InvitationsTest extends BedsideTest {

  private static final Pattern LINK = Pattern.compile("http://[^\"<\\s]*(/invitation/[\\w-]+)");
  private static final Pattern REVOKE =
      Pattern.compile("(/settings/people/invitations/[0-9a-f-]+/revoke)");
  private static final String PASSWORD = "a sentence of my own";

  @Test
  void whoeverHoldsTheLinkJoinsWithTheRolesOfTheInvitationAndOnlyOnce() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    String email = "jun-" + System.nanoTime() + "@example.org";
    String link = invite(admin, email, "PRIVACY_OFFICER");

    HttpResponse<String> page = browser().get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Larkspur Health", email);
    assertThat(browser().post(link, "name", "Jun Lindqvist", "password", PASSWORD).statusCode())
        .isEqualTo(302);

    Browser jun = browser();
    assertThat(jun.trySignIn(email, PASSWORD).headers().firstValue("Location").orElse(""))
        .doesNotContain("sign-in");
    assertThat(jun.get("/settings/audit").statusCode()).isEqualTo(200);
    assertThat(jun.get("/settings/people").statusCode()).isEqualTo(403);

    HttpResponse<String> again = browser().post(link, "name", "Mallory", "password", PASSWORD);
    assertThat(again.body()).contains("opens nothing any more");
    assertThat(admin.get("/settings/people").body())
        .contains("Jun Lindqvist")
        .doesNotContain("Mallory");
  }

  @Test
  void theLinkIsShownOnceAndOnlyItsHashIsKept() {
    Org org = found("Larkspur Health");
    Browser admin = signIn(org, Role.ADMINISTRATOR);
    String link = invite(admin, "once-" + System.nanoTime() + "@example.org", "CLINICIAN");

    assertThat(admin.get("/settings/people").body()).doesNotContain(link);
    assertThat(
            across
                .jdbc()
                .sql("select count(*) from invitation where token_hash = ?")
                .param(link.substring("/invitation/".length()))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void afterSevenDaysTheLinkOpensNothing() {
    Browser admin = signIn(found("Larkspur Health"), Role.ADMINISTRATOR);
    String link = invite(admin, "late-" + System.nanoTime() + "@example.org", "CLINICIAN");

    clock.advance(Duration.ofDays(7).plusMinutes(1));

    assertThat(browser().get(link).body()).contains("opens nothing any more");
    assertThat(browser().post(link, "name", "Late", "password", PASSWORD).body())
        .contains("opens nothing any more");
  }

  @Test
  void aWithdrawnInvitationOpensNothing() {
    Browser admin = signIn(found("Larkspur Health"), Role.ADMINISTRATOR);
    String link = invite(admin, "gone-" + System.nanoTime() + "@example.org", "CLINICIAN");
    Matcher revoke = REVOKE.matcher(admin.get("/settings/people").body());
    assertThat(revoke.find()).isTrue();

    admin.submit(revoke.group(1));

    assertThat(browser().get(link).body()).contains("opens nothing any more");
  }

  @Test
  void somebodyKnownJoinsWithTheirOwnPasswordAndSwitchesBetweenOrganizations() {
    Org first = found("First Clinic");
    Org second = found("Second Clinic");
    Person ada = member(first, Role.CLINICIAN);
    String link = invite(signIn(second, Role.ADMINISTRATOR), ada.email(), "COMMUNICATIONS");

    assertThat(browser().post(link, "name", "Mallory", "password", "not the password").body())
        .contains("not right");
    assertThat(browser().post(link, "password", ada.password()).statusCode()).isEqualTo(302);

    Browser browser = signIn(ada);
    String page = browser.get("/account").body();
    assertThat(page).contains("First Clinic", "Second Clinic");
    Matcher other =
        Pattern.compile("name=\"membership\" value=\"([0-9a-f-]+)\"(?![^>]*aria-current=\"true\")")
            .matcher(page);
    assertThat(other.find()).isTrue();
    String before = browser.session();
    browser.post("/account/organization", "membership", other.group(1));
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("/account").body()).containsPattern("org-name\">Second Clinic</span>");
  }

  @Test
  void nobodySwitchesIntoAnOrganizationTheyDoNotWorkFor() {
    Person stranger = member(found("Elsewhere"), Role.ADMINISTRATOR);
    Person ada = member(found("Here"), Role.CLINICIAN);
    Browser browser = signIn(ada);

    browser.post("/account/organization", "membership", stranger.membership().toString());

    assertThat(browser.get("/account").body()).contains("Here").doesNotContain("Elsewhere");
  }

  @Test
  void anAddressThatIsNoneAndAMemberAreRefusedWithASentence() {
    Org org = found("Larkspur Health");
    Person here = member(org, Role.CLINICIAN);
    Browser admin = signIn(org, Role.ADMINISTRATOR);

    assertThat(
            admin
                .post("/settings/people/invitations", "email", "nobody", "roles", "CLINICIAN")
                .body())
        .contains("not an e-mail address");
    assertThat(
            admin
                .post(
                    "/settings/people/invitations",
                    "email",
                    here.email().toUpperCase(java.util.Locale.ROOT),
                    "roles",
                    "CLINICIAN")
                .body())
        .contains("works here already");
  }

  private static String invite(Browser admin, String email, String role) {
    HttpResponse<String> answer =
        admin.submit("/settings/people/invitations", "email", email, "roles", role);
    Matcher link = LINK.matcher(answer.body());
    assertThat(link.find()).as(answer.body()).isTrue();
    return link.group(1);
  }
}
