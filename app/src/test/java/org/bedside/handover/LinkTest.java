package org.bedside.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.bedside.Browser;
import org.bedside.identity.Role;
import org.junit.jupiter.api.Test;

/** What a link opens, for whom, and what it tells everybody else. */
class LinkTest extends PrivateTest {

  @Test
  void aLinkWorksOnceAndASecondBrowserIsToldHowToReachTheOffice() {
    rule(30, Role.PRIVACY_OFFICER);
    Invitation invitation = invite("4711");
    Guest first = guest(invitation).open();
    assertThat(stateOf("4711")).isEqualTo(HandoverState.OPENED);

    Guest second = guest(invitation).open();
    HttpResponse<String> told = second.look();

    assertThat(told.statusCode()).isEqualTo(410);
    assertThat(told.body())
        .contains("This link was already used", "Listening office, 555-0100")
        .doesNotContain("wording", "/consent");
    assertThat(first.look().body()).contains("Agree and go on");
  }

  @Test
  void aSecondBrowserCanDoNothingWithALinkThatAnotherOpened() {
    Invitation invitation = invite("4712");
    Guest first = guest(invitation).open().agree().write("We waited for five hours.");
    Guest second = guest(invitation);

    second.send("I am somebody else.");
    second.press("end").press("erasure");

    assertThat(second.look().body()).doesNotContain("five hours");
    assertThat(first.look().body()).contains("five hours").doesNotContain("somebody else");
    assertThat(stateOf("4712")).isEqualTo(HandoverState.WAITING_FOR_US);
  }

  @Test
  void whateverLooksAtALinkBeforeThePersonDoesNotUseItUp() {
    Invitation invitation = invite("4713");
    for (int i = 0; i < 3; i++) {
      assertThat(guest(invitation).look().statusCode()).isEqualTo(200);
    }

    assertThat(stateOf("4713")).isEqualTo(HandoverState.INVITED);
    assertThat(guest(invitation).open().look().body()).contains("Agree and go on");
  }

  @Test
  void anExpiredLinkOpensNothing() {
    Invitation unopened = invite("4714");
    Invitation opened = invite("4715");
    Guest late = guest(opened).open();
    String wording = late.wording();
    clock.advance(Duration.ofDays(8));

    assertThat(guest(unopened).open().look().statusCode()).isEqualTo(410);
    assertThat(guest(unopened).look().body()).contains("This link has expired");
    late.browser()
        .post(late.path() + "/consent", "wording", wording, "agree", "true", "understood", "true");
    assertThat(late.look().body()).contains("This link has expired");
    assertThat(stateOf("4714")).isEqualTo(HandoverState.EXPIRED);
    pass(1);
    assertThat(stateOf("4715")).isEqualTo(HandoverState.EXPIRED);
  }

  @Test
  void guessingALinkTellsNothingAndIsSlowedDown() {
    invite("4716");
    Browser guesser = browser();
    HttpResponse<String> wrong = guess(guesser, "A".repeat(43), "203.0.113.7");

    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(wrong.body()).contains("This link doesn’t work").doesNotContain("Larkspur");
    for (int i = 0; i < 60; i++) {
      wrong = guess(guesser, "B".repeat(40) + (100 + i), "203.0.113.7");
    }
    assertThat(wrong.statusCode()).isEqualTo(429);
    assertThat(guess(guesser, "C".repeat(43), "203.0.113.8").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> guess(Browser browser, String token, String address) {
    return browser.send(browser.request("/p/" + token).GET().header("X-Forwarded-For", address));
  }

  @Test
  void theLinkAndTheBrowserAreKeptAsHashesOnly() {
    Guest guest = guest(invite("4717")).open();

    assertThat(guest.token()).hasSize(43);
    String hex = HexFormat.of().formatHex(guest.token().getBytes(StandardCharsets.UTF_8));
    assertThat(everythingIn("handover")).doesNotContain(guest.token(), hex);
  }

  private String everythingIn(String table) {
    return String.join(
        "\n",
        across
            .jdbc()
            .sql("select t::text from " + table + " t")
            .query((row, i) -> row.getString(1))
            .list());
  }

  @Test
  void thePageIsKeptByNobodyFoundByNobodyAndLoadsNothingOfAnyoneElse() {
    Guest guest = guest(invite("case-number-98765"));
    HttpResponse<String> opening = guest.browser().post(guest.path() + "/opening");
    guest.agree().write("The room was cold.");
    HttpResponse<String> page = guest.look();

    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(header(page, "X-Robots-Tag")).contains("noindex");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(opening, "Set-Cookie"))
        .contains("bedside_private=", "HttpOnly", "SameSite=Lax", "Path=" + guest.path());
    assertThat(page.body())
        .contains("Larkspur Valley Health")
        .doesNotContain("<script", "http://", "https://", "98765", "Bedside");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(" ", answer.headers().allValues(name));
  }

  @Test
  void thePageSpeaksTheLanguageOfTheInvitationAndCanChangeIt() {
    Invitation invitation = invite("4718", "es");
    Browser browser = browser();

    String spanish = browser.open(invitation.link().toString()).body();
    assertThat(spanish).contains("lang=\"es\"", "Escriba a Larkspur Valley Health en privado");

    String english = browser.open(invitation.link().getPath() + "?look-language=en").body();
    assertThat(english).contains("lang=\"en\"", "Write to Larkspur Valley Health in private");
  }

  @Test
  void anInvitationNeedsThePermissionAndIsShownOnce() {
    Browser clinician = signIn(org, Role.CLINICIAN);
    assertThat(clinician.post("/private/invitations", "kind", "case", "subject", "5").statusCode())
        .isEqualTo(403);

    Browser writer = signIn(org, Role.COMMUNICATIONS);
    HttpResponse<String> made =
        writer.post("/private/invitations", "kind", "case", "subject", "5", "language", "es");
    String where = made.headers().firstValue("Location").orElseThrow();

    assertThat(writer.follow(made).body()).contains("/p/", "look-language=es");
    assertThat(writer.open(where.replaceFirst("^https?://[^/]+", "")).body())
        .contains("The link was shown once")
        .doesNotContain("/p/");
    assertThat(recorded(org)).contains("handover.invited");
  }
}
