package org.bedside.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bedside.BedsideTest;
import org.bedside.Browser;
import org.junit.jupiter.api.Test;

class SignInTest extends BedsideTest {

  @Test
  void theRightPasswordSignsInUnderANewSession() {
    Person person = member(found("Clinic"), Role.COMMUNICATIONS);
    Browser browser = browser();
    browser.get("/sign-in");
    String before = browser.session();

    assertThat(browser.trySignIn(person.email(), person.password()).statusCode()).isEqualTo(302);

    assertThat(before).isNotEmpty();
    assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void aWrongPasswordAndAnUnknownPersonGetTheSameAnswer() {
    Person person = member(found("Clinic"), Role.COMMUNICATIONS);

    var wrong = browser().trySignIn(person.email(), "not the password");
    var unknown = browser().trySignIn("nobody@example.org", "not the password");

    assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?wrong");
    assertThat(unknown.headers().firstValue("Location"))
        .isEqualTo(wrong.headers().firstValue("Location"));
  }

  @Test
  void theFormKeepsTheEmailOfAWrongPasswordForThatBrowserOnce() {
    Browser browser = browser();

    browser.trySignIn("ada.quill@larkspur.example", "not the password");

    assertThat(browser.get("/sign-in?wrong").body())
        .contains("value=\"ada.quill@larkspur.example\"")
        .doesNotContain("not the password");
    assertThat(browser.get("/sign-in").body()).doesNotContain("ada.quill");
    assertThat(browser().get("/sign-in?wrong").body()).doesNotContain("ada.quill");
  }

  @Test
  void guessingIsSlowedDownEvenForTheRightPasswordAndEndsAfterAWhile() {
    Person person = member(found("Clinic"), Role.COMMUNICATIONS);
    for (int i = 0; i < 10; i++) {
      browser().trySignIn(person.email(), "guess " + i);
    }

    var refused = browser().trySignIn(person.email(), person.password());
    assertThat(refused.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?wait");

    clock.advance(Duration.ofMinutes(16));
    browser().signIn(person);
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    Person person = member(found("Clinic"), Role.COMMUNICATIONS);
    Browser browser = browser();

    assertThat(
            browser
                .postWithoutToken(
                    "/sign-in", "email", person.email(), "password", person.password())
                .statusCode())
        .isEqualTo(403);
  }
}
