package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetTest extends BedsideTest {

  private static final Pattern LINK = Pattern.compile("http://[^\"<\\s]*(/password/[\\w-]+)");
  private static final String NEW = "a quite different sentence";
  private static final String OVER = "opens nothing any more";

  private Org org;
  private Browser admin;
  private Person ada;

  @BeforeEach
  void adaForgotHerPassword() {
    org = found("Larkspur Health");
    admin = signIn(org, Role.ADMINISTRATOR);
    ada = member(org, Role.CLINICIAN);
  }

  private String link(Person person) {
    String page = admin.submit("/settings/people/" + person.membership() + "/password").body();
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).as(page).isTrue();
    return link.group(1);
  }

  @Test
  void theLinkSetsANewPasswordOnceAndEndsEverySessionOfThatPerson() {
    Browser elsewhere = signIn(ada);
    String link = link(ada);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);
    assertThat(browser().get(link).body()).contains(ada.email());
    assertThat(browser().post(link, "password", "short").body()).contains("ten characters");

    HttpResponse<String> done = browser().post(link, "password", NEW);

    assertThat(location(done)).endsWith("/sign-in?reset");
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
    assertThat(location(browser().trySignIn(ada.email(), ada.password()))).endsWith("?wrong");
    assertThat(location(browser().trySignIn(ada.email(), NEW))).doesNotContain("sign-in");
    assertThat(browser().post(link, "password", "yet another sentence").body()).contains(OVER);
    assertThat(location(browser().trySignIn(ada.email(), NEW))).doesNotContain("sign-in");
    assertThat(admin.get("/settings/audit").body())
        .contains("Made a link for a new password", "Set a new password by a link");
  }

  @Test
  void aLinkEndsAfterADayAndWhenANewerOneIsMade() {
    String first = link(ada);
    String second = link(ada);
    assertThat(browser().get(first).body()).contains(OVER);
    assertThat(browser().get(second).body()).doesNotContain(OVER);

    clock.advance(Duration.ofDays(1).plusMinutes(1));

    assertThat(browser().post(second, "password", NEW).body()).contains(OVER);
    signIn(ada);
  }

  @Test
  void whoeverTriedInVainTooOftenSignsInAtOnceWithTheNewPassword() {
    for (int i = 0; i < 11; i++) {
      browser().trySignIn(ada.email(), "wrong");
    }
    browser().post(link(ada), "password", NEW);

    assertThat(location(browser().trySignIn(ada.email(), NEW))).doesNotContain("sign-in");
  }

  @Test
  void noAdministratorSetsAPasswordThatOpensAnotherOrganizationToo() {
    String link = link(ada);
    member(found("Another"), ada, Role.ADMINISTRATOR);

    opensNothing(link);
    signIn(ada);
    assertThat(admin.submit("/settings/people/" + ada.membership() + "/password").body())
        .contains("also works for another organization");
  }

  @Test
  void whoeverNoLongerWorksHereGetsNoLinkAndTheirOldOneIsOver() {
    String link = link(ada);
    admin.post("/settings/people/" + ada.membership() + "/end");

    opensNothing(link);
    assertThat(admin.post("/settings/people/" + ada.membership() + "/password").statusCode())
        .isEqualTo(404);
  }

  /** Neither shown nor used; both are tried before either is judged. */
  private void opensNothing(String link) {
    String shown = browser().get(link).body();
    String used = browser().post(link, "password", NEW).body();
    assertThat(Map.of("shown", shown, "used", used))
        .allSatisfy((how, page) -> assertThat(page).as(how).contains(OVER));
    assertThat(location(browser().trySignIn(ada.email(), NEW))).endsWith("?wrong");
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
