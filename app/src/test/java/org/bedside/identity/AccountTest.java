package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.Api;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AccountTest extends BedsideTest {

  private static final String NEW = "a quite different sentence";

  @Test
  void aNewPasswordEndsEveryOtherSessionAndNeverTheOneThatSetIt() {
    Person ada = member(found("Clinic"), Role.CLINICIAN);
    Browser here = signIn(ada);
    Browser elsewhere = signIn(ada);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(200);

    here.post("/account/password", "current", ada.password(), "password", NEW);

    assertThat(here.get("/account").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
    assertThat(location(browser().trySignIn(ada.email(), ada.password()))).endsWith("?wrong");
    assertThat(location(browser().trySignIn(ada.email(), NEW))).doesNotContain("sign-in");
  }

  @Test
  void thePasswordIsChangedOnlyByWhomKnowsTheOldOne() {
    Person ada = member(found("Clinic"), Role.CLINICIAN);
    Browser browser = signIn(ada);

    assertThat(browser.post("/account/password", "current", "guessed", "password", NEW).body())
        .contains("not right");
    assertThat(
            browser
                .post("/account/password", "current", ada.password(), "password", "short")
                .body())
        .contains("ten characters");
    signIn(ada);
  }

  @Test
  void noPasswordAndNoTokenIsEverLogged(CapturedOutput output) {
    Org org = found("Clinic");
    Person ada = member(org, Role.ADMINISTRATOR);
    Browser browser = signIn(ada);
    browser.trySignIn(ada.email(), "a wrong one that stays secret");
    browser.post("/account/password", "current", ada.password(), "password", NEW);
    String token = token(browser, "Robot", "READ_MENTIONS");

    assertThat(output.getAll())
        .doesNotContain(ada.password(), NEW, "a wrong one that stays secret", token);
    assertThat(
            new Founding.Request(
                    "Clinic",
                    java.time.ZoneOffset.UTC,
                    java.util.List.of(),
                    "Ada",
                    "ada@example.org",
                    NEW)
                .toString())
        .doesNotContain(NEW);
  }

  @Test
  void aTokenIsShownOnceWorksAndEndsWhenRevoked() {
    Org org = found("Clinic");
    Browser browser = signIn(org, Role.ADMINISTRATOR);
    String token = token(browser, "Survey robot", "READ_MENTIONS");
    String page = browser.get("/settings/tokens").body();
    assertThat(page).contains("Survey robot", "never").doesNotContain(token);
    Api api = api(token);
    assertThat(api.get("/api/v1/no-such-thing").statusCode()).isEqualTo(404);
    assertThat(browser.get("/settings/tokens").body()).contains("just now");

    Matcher revoke =
        Pattern.compile("(/settings/tokens/[0-9a-f-]+/revoke)")
            .matcher(browser.get("/settings/tokens").body());
    assertThat(revoke.find()).isTrue();
    browser.post(revoke.group(1));

    assertThat(api.get("/api/v1/no-such-thing").statusCode()).isEqualTo(401);
  }

  @Test
  void noTokenAndNoPasswordIsKeptReadable() {
    Org org = found("Clinic");
    Person ada = member(org, Role.ADMINISTRATOR);
    String token = token(signIn(ada), "Robot", "READ_MENTIONS");

    String kept =
        across.jdbc().sql("select t::text from api_token t").query(String.class).list().toString()
            + across.jdbc().sql("select p::text from person p").query(String.class).list();
    for (String secret : List.of(token, ada.password())) {
      assertThat(kept)
          .doesNotContain(secret)
          .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void nobodyGivesATokenWhatTheyMayNotDoThemselves() {
    Org org = found("Clinic");
    Browser browser = signIn(org, Role.ADMINISTRATOR);

    HttpResponse<String> answer =
        browser.post("/settings/tokens", "name", "Robot", "permissions", "OVERRIDE_GUARD");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("Choose at least one");
  }

  @Test
  void theWantedPageIsShownAfterSigningIn() {
    Person ada = member(found("Clinic"), Role.ADMINISTRATOR);
    Browser browser = browser();
    assertThat(location(browser.get("/settings/audit?subject=x"))).endsWith("/sign-in");

    HttpResponse<String> answer = browser.trySignIn(ada.email(), ada.password());

    assertThat(location(answer)).contains("/settings/audit?subject=x");
    assertThat(location(answer)).startsWith("http://localhost:" + port + "/");
  }

  @Test
  void theStartLeadsToAPlaceThatOneMaySee() {
    for (Role role : Role.values()) {
      HttpResponse<String> page = signIn(found("Clinic"), role).open("/");
      assertThat(page.statusCode()).as(role.name()).isEqualTo(200);
    }
  }

  @Test
  void anAdministratorSetsUpAFurtherOrganizationAndWorksThereToo() {
    Browser browser = signIn(found("Agency"), Role.ADMINISTRATOR);

    String page =
        browser.submit("/settings/organizations", "name", "Client", "zone", "Europe/Madrid").body();

    assertThat(page).contains("Client is set up", "Client</span>");
  }

  @Test
  void theOrganizationGetsAnotherNameAndZone() {
    Browser browser = signIn(found("Old name"), Role.ADMINISTRATOR);

    browser.post("/settings/organization", "name", "New name", "zone", "Europe/Madrid");

    assertThat(browser.get("/settings/organization").body())
        .contains("New name")
        .containsPattern("value=\"Europe/Madrid\" selected");
    assertThat(
            browser.post("/settings/organization", "name", "New name", "zone", "Mars/Base").body())
        .contains("Choose a time zone");
  }

  @Test
  void pagesSpeakSpanishToThoseWhoAskForIt() {
    Browser browser = signIn(found("Clínica"), Role.ADMINISTRATOR).inLanguage("es-MX");

    assertThat(browser.get("/settings/people").body())
        .contains("lang=\"es\"", "Invitar a alguien")
        .doesNotContain("Invite someone");
  }

  @Test
  void theLanguageThatSomebodyChoseIsTheirsOnEveryDevice() {
    Person ada = member(found("Clínica"), Role.CLINICIAN);
    signIn(ada).post("/account/language", "language", "es");

    Browser elsewhere = signIn(ada);
    assertThat(elsewhere.get("/account").body()).contains("lang=\"es\"", "Su cuenta");

    elsewhere.post("/account/language", "language", "");
    assertThat(elsewhere.get("/account").body()).contains("Your account");
    assertThat(elsewhere.inLanguage("es").get("/account").body()).contains("Su cuenta");
  }

  @Test
  void behindHttpsTheSessionCookieIsSecure() {
    Browser browser = browser();

    HttpResponse<String> answer =
        browser.send(browser.request("/sign-in").header("X-Forwarded-Proto", "https").GET());

    assertThat(String.join(" ", answer.headers().allValues("Set-Cookie"))).contains("Secure");
  }

  @Test
  void aNulCharacterInAFormHurtsNobody() {
    Browser browser = signIn(found("Clinic"), Role.ADMINISTRATOR);

    browser.post("/settings/organization", "name", "A\u0000B clinic", "zone", "Europe/Madrid");

    assertThat(browser.get("/settings/organization").body()).contains("AB clinic");
  }

  private static String token(Browser browser, String name, String permission) {
    String page =
        browser.submit("/settings/tokens", "name", name, "permissions", permission).body();
    Matcher token = Pattern.compile("bedside_[\\w-]+").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
